import { startKafka } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from './bench';
import { lodge } from './load/product';
import type { Manner } from './load/under-load';
import type { Figures } from './measure/figures';
import { measure } from './measure/measure';
import { Child } from './system/child';
import type { SystemOrder, SystemReady } from './system/order';

export const SYSTEM_MAIN = join(__dirname, 'system/main.js');

export function runPostgres(bench: Bench, name: string, manner: Manner): Promise<Figures> {
  return runProduct(bench, name, manner, { engine: 'postgres', brokers: [] });
}

/** With a broker of its own, so that each row begins with empty topics. */
export async function runKafka(bench: Bench, name: string, manner: Manner): Promise<Figures> {
  const kafka = await startKafka({ folder: mkdtempSync(join(bench.folder, 'kafka-')), port: 0 });
  try {
    return await runProduct(bench, name, manner, { engine: 'kafka', brokers: kafka.brokers });
  } finally {
    await kafka.stop();
  }
}

async function runProduct(
  { cluster, corpus, options, packFolder }: Bench,
  name: string,
  manner: Manner,
  carrier: Pick<SystemOrder, 'engine' | 'brokers'>,
): Promise<Figures> {
  return cluster.within(name, async (database) => {
    const order: SystemOrder = { ...carrier, serviceUrls: database.serviceUrls, packFolder };
    const child = await Child.start<SystemReady>(SYSTEM_MAIN, order, options.profile);
    try {
      const client = new Client({ connectionString: database.adminUrl });
      const lodging = { name, manner, corpus, rate: options.rate };
      return await connected(client, async () =>
        measure(await lodge(lodging, child, client), options.seconds),
      );
    } finally {
      await child.stop();
    }
  });
}
