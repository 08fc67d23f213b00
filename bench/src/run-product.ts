import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from './bench';
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

export function runKafka(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return withKafka(bench, (brokers) => runProduct(bench, name, manner, { engine: 'kafka', brokers }));
}

async function runProduct(
  { cluster, corpus, options, packFolder }: Bench,
  name: string,
  manner: Manner,
  carrier: Pick<SystemOrder, 'engine' | 'brokers'>,
): Promise<Turn> {
  return cluster.within(name, async (database) => {
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
