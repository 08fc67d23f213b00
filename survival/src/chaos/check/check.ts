import { withDatabase } from '@tonggwan/clearance';
import { verifyLedger } from '@tonggwan/tools/ledger';
import type { Client } from 'pg';
import { DOUBLED } from './doubled';
import { LOST } from './lost';

/** A declaration or an entry that is not as it must be. */
export interface Finding {
  readonly id: string;
  readonly what: string;
}

/** What the tables say when all is quiet. */
export interface Verdict {
  /** Declarations that were taken and have not come where they must, each once. */
  readonly lost: number;
  /** Declarations, events, answers, cases or money that are there more than once. */
  readonly doubled: number;
  /** Of all postings, in smallest coins. */
  readonly ledgerSum: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads the tables of all services, not what they say of themselves.
 * @param accepted ids that were answered 202
 * @param poisoned ids of what no service can take: they must be among the dead letters
 */
export function checked(
  databaseUrl: string,
  accepted: readonly string[],
  poisoned: readonly string[] = [],
): Promise<Verdict> {
  return withDatabase(databaseUrl, async (client) => {
    const lost = await findings(client, LOST, [accepted, poisoned]);
    const doubled = await findings(client, DOUBLED, []);
    const ledger = await verifyLedger(
      async (text) => (await client.query<Record<string, unknown>>(text)).rows,
    );
    const money = ledger.faults.map((fault) => ({ id: 'ledger', what: fault }));
    return {
      lost: new Set(lost.map(({ id }) => id)).size,
      doubled: doubled.length + money.length,
      ledgerSum: ledger.sum,
      findings: [...lost, ...doubled, ...money],
    };
  });
}

async function findings(client: Client, sql: string, values: unknown[]): Promise<readonly Finding[]> {
  const { rows } = await client.query<Finding>(sql, values);
  return rows;
}
