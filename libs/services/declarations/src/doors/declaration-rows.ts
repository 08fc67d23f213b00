import { isUuid } from '@tonggwan/kernel';
import { sleep } from '@tonggwan/messaging';
import { type Caller, isStaff, Lookups, wallClock } from '@tonggwan/service-host';
import { AskedTogether } from './asked-together';
import { Injectable } from '@nestjs/common';
import type { DeclarationState } from '../domain/declaration-state';

export interface DeclarationRow {
  readonly id: string;
  /** Grows with every change. */
  readonly revision: string;
  readonly state: DeclarationState;
}

export interface Search {
  readonly mrn?: string;
  readonly lrn?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A lodgement of this age may still be on its way here. */
const YOUNG_MS = 60_000;
/** In all 2 s, in ever longer steps. */
const WAITS_MS = [20, 40, 80, 160, 300, 400, 500, 500];

const THESE = `
  select id, revision, state from declarations.declaration
  where id = any($1::text[]) and state -> 'lrn' is not null`;
/** The party is asked for beside the policy of the table, so that the index on it can be used. */
const LIST = `
  select id, revision, state from declarations.declaration
  where state -> 'lrn' is not null and ($1::text is null or party = $1) and ($2::text is null or mrn = $2)
    and ($3::text is null or lrn = $3) and ($4::text is null or id > $4)
  order by id limit $5`;

/** Declarations as their owners and customs may see them. */
@Injectable()
export class DeclarationRows {
  private readonly together: AskedTogether<DeclarationRow>;

  constructor(private readonly lookups: Lookups) {
    this.together = new AskedTogether((caller, ids) =>
      this.lookups.rows<DeclarationRow>(caller, { name: 'these declarations', text: THESE, values: [ids] }),
    );
  }

  async find(caller: Caller, id: string): Promise<DeclarationRow | undefined> {
    return isUuid(id) ? this.together.find(caller, id) : undefined;
  }

  /** Whoever asks for something to be done cannot be answered by another: the declaration is waited for if it is young. */
  async awaited(caller: Caller, id: string): Promise<DeclarationRow | undefined> {
    for (const wait of [...(this.isYoung(id) ? WAITS_MS : []), 0]) {
      const row = await this.find(caller, id);
      if (row || !wait) return row;
      await sleep(wait);
    }
    return undefined;
  }

  /** In order of their ids, which is that of their lodging. */
  list(caller: Caller, { mrn, lrn, after, limit }: Search): Promise<DeclarationRow[]> {
    const party = isStaff(caller) ? null : caller.party;
    const parameters = [party, mrn ?? null, lrn ?? null, after ?? null, limit];
    return this.lookups.as(caller, (manager) => manager.query<DeclarationRow[]>(LIST, parameters));
  }

  /** The first 48 bits of a UUID of version 7 are the time, by the clock on the wall. */
  private isYoung(id: string): boolean {
    const given = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    return Math.abs(wallClock.now().getTime() - given) < YOUNG_MS;
  }
}
