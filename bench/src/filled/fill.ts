import { Client } from 'pg';
import { Lodged } from '../bare/lodged';
import { openAccountsOf } from '../bare/accounts';
import type { Specimens } from '../bare/specimen';
import { Writer } from '../bare/writer';
import { connectedTo } from '../bench';
import { FILLED_LRN } from '../contents/released';
import type { RowDatabase } from '../database/cluster';
import { Copies } from '../peer/copy';
import { cameToRest } from './came-to-rest';

const CONNECTIONS = 4;
/** Declarations in a transaction. */
const BATCH = 400;
/** Enough that each bucket has a whole batch. */
const AHEAD = 16 * BATCH;
const PROGRESS_MS = 10_000;

/**
 * What is written is copied from what the product has written, so nothing is checked again; and a crash would end the whole
 * run, so nothing is waited for.
 */
const SESSION = 'set session_replication_role = replica; set synchronous_commit = off';

/**
 * Writes so many declarations that the product could have cleared, as they are in the end, and leaves the database as if it
 * had rested since.
 */
export async function fill({ adminUrl }: RowDatabase, specimens: Specimens, count: number): Promise<void> {
  await connectedTo(adminUrl, (client) => openAccountsOf(specimens, client));
  const copies = new Copies(specimens);
  const writer = new Writer(specimens.tables, copies.patterns);
  const lodged = new Lodged(BATCH);
  const began = Date.now();
  let [made, written, told] = [0, 0, began];
  const more = (): void => {
    const names = Array.from(
      { length: Math.min(AHEAD, count - made) },
      (_, index) => `${FILLED_LRN}${made + index}`,
    );
    made += names.length;
    lodged.put(names.map((name) => copies.of(name)));
    if (made === count) lodged.end();
  };
  const write = async (client: Client): Promise<void> => {
    await client.query(SESSION);
    for (let next = await lodged.next(); next; next = await lodged.next()) {
      if (made - written < AHEAD && made < count) more();
      await writer.write(client, next);
      written += next.copies.length;
      if (Date.now() - told < PROGRESS_MS) continue;
      told = Date.now();
      const perSecond = written / ((told - began) / 1_000);
      console.log(`filled ${written} of ${count}, ${perSecond.toFixed(0)} a second`);
    }
  };
  more();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => connectedTo(adminUrl, write)));
  console.log(`filled ${written} in ${((Date.now() - began) / 1_000).toFixed(0)} s`);
  await connectedTo(adminUrl, cameToRest);
}
