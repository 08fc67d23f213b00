import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from './bench';
import type { RowDatabase } from './database/cluster';
import { fill } from './filled/fill';
import { lodge } from './load/product';
import { withKafka } from './kafka';
import type { Manner } from './load/under-load';
import type { Turn } from './measure/figures';
import { measure } from './measure/measure';
import { Child } from './system/child';
import type { SystemOrder, SystemReady } from './system/order';

export const SYSTEM_MAIN = join(__dirname, 'system/main.js');

export function runPostgres(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return runProduct(bench, name, manner, { engine: 'postgres', brokers: [] });
}

/** The same where so many declarations were finished before. */
export async function runFilled(bench: Bench, name: string, manner: Manner, count: number): Promise<Turn> {
  const specimens = await bench.specimens();
  const carrier: Carrier = { engine: 'postgres', brokers: [] };
  return runProduct(bench, name, manner, carrier, (database) => fill(database, specimens, count));
}

export function runKafka(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return withKafka(bench, (brokers) => runProduct(bench, name, manner, { engine: 'kafka', brokers }));
}

type Carrier = Pick<SystemOrder, 'engine' | 'brokers'>;

async function runProduct(
  { cluster, corpus, options, packFolder }: Bench,
  name: string,
  manner: Manner,
  carrier: Carrier,
  prepare: (database: RowDatabase) => Promise<void> = () => Promise.resolve(),
): Promise<Turn> {
  return cluster.within(name, async (database) => {
    await prepare(database);
    const order: SystemOrder = { ...carrier, serviceUrls: database.serviceUrls, packFolder };
    const child = await Child.start<SystemReady>(SYSTEM_MAIN, order, options.profile);
    try {
      const client = new Client({ connectionString: database.adminUrl });
      const lodging = { manner, corpus, rate: options.rate, databaseUrl: database.adminUrl };
      return await connected(client, async () =>
        measure(await lodge(lodging, child, client), options.turnSeconds),
      );
    } finally {
      await child.stop();
    }
  });
}
