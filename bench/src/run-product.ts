import { Client } from 'pg';
import { type Bench, connected } from './bench';
import { fill } from './filled/fill';
import { withKafka } from './kafka';
import { lodge } from './load/product';
import type { Manner } from './load/under-load';
import type { Turn } from './measure/figures';
import { measure } from './measure/measure';
import { shared } from './shared/shared';
import type { SystemOrder } from './system/order';
import { Processes } from './system/processes';

export function runPostgres(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return runProduct(bench, name, manner, { engine: 'postgres', brokers: [] });
}

export function runKafka(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return withKafka(bench, (brokers) => runProduct(bench, name, manner, { engine: 'kafka', brokers }));
}

type Carrier = Pick<SystemOrder, 'engine' | 'brokers'>;

async function runProduct(bench: Bench, name: string, manner: Manner, carrier: Carrier): Promise<Turn> {
  const { cluster, corpus, options, packFolder, ways } = bench;
  return cluster.within(name, async (database) => {
    if (ways.filled) await fill(database, await bench.specimens(), ways.filled);
    const { sharedUrl, serviceUrls } = database;
    const order: SystemOrder = { ...carrier, sharedUrl, serviceUrls, packFolder };
    const system = await Processes.start(ways.processes ?? 1, order, options.profile);
    try {
      const client = new Client({ connectionString: database.adminUrl });
      const lodging = { manner, corpus, ways, databaseUrl: database.adminUrl };
      return await connected(client, async () => {
        const begin = () => lodge(lodging, system, client);
        const work = ways.processes ? await shared(begin, { system, client, ways }) : await begin();
        return measure(work, options.turnSeconds);
      });
    } finally {
      await system.stop();
    }
  });
}
