import { Injectable } from '@nestjs/common';
import { isUuid } from '@tonggwan/kernel';
import { Lookups } from '@tonggwan/service-host';
import type { Caller } from '@tonggwan/service-host';
import type { Lodgement } from '../domain/lodgement';

/** The gateway looks at its own rows for everybody; what it finds goes only to whom it belongs. */
const THE_GATEWAY: Caller = { subject: 'gateway', party: 'customs', roles: ['administrator'] };

/** How lodgements stand at the moment. */
@Injectable()
export class Standings {
  constructor(private readonly lookups: Lookups) {}

  of(declarationId: string): Promise<Lodgement | undefined> {
    return this.shownTo(THE_GATEWAY, declarationId);
  }

  /** Nothing where it is another party's. */
  async shownTo(caller: Caller, declarationId: string): Promise<Lodgement | undefined> {
    if (!isUuid(declarationId)) return undefined;
    const [row] = await this.rows<{ state: Lodgement }>(
      caller,
      `select state from gateway.lodgement where id = $1`,
      declarationId,
    );
    return row?.state;
  }

  async idByMrn(mrn: string): Promise<string | undefined> {
    const [row] = await this.rows<{ id: string }>(
      THE_GATEWAY,
      `select id from gateway.lodgement where mrn = $1 limit 1`,
      mrn,
    );
    return row?.id;
  }

  private rows<Row extends object>(caller: Caller, text: string, value: string): Promise<Row[]> {
    return this.lookups.rows<Row>(caller, { text, values: [value] });
  }
}
