import { Injectable } from '@nestjs/common';
import { Lookups } from '@tonggwan/service-host';
import type { Caller } from '@tonggwan/service-host';
import type { Lodgement } from '../domain/lodgement';

/** The gateway looks at its own rows for everybody; what it finds goes only to whom it belongs. */
const THE_GATEWAY: Caller = { subject: 'gateway', party: 'customs', roles: ['administrator'] };

/** How lodgements stand at the moment. */
@Injectable()
export class Standings {
  constructor(private readonly lookups: Lookups) {}

  async of(declarationId: string): Promise<Lodgement | undefined> {
    const [row] = await this.rows<{ state: Lodgement }>(
      `select state from gateway.lodgement where id = $1`,
      declarationId,
    );
    return row?.state;
  }

  async idByMrn(mrn: string): Promise<string | undefined> {
    const [row] = await this.rows<{ id: string }>(
      `select id from gateway.lodgement where mrn = $1 limit 1`,
      mrn,
    );
    return row?.id;
  }

  private rows<Row>(text: string, value: string): Promise<Row[]> {
    return this.lookups.as(THE_GATEWAY, (manager) => manager.query<Row[]>(text, [value]));
  }
}
