import { startKafka } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench';

/** Gives a broker of its own to `work`, so that each row begins with empty topics. */
export async function withKafka<Result>(
  { folder }: Bench,
  work: (brokers: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const kafka = await startKafka({ folder: mkdtempSync(join(folder, 'kafka-')), port: 0 });
  try {
    return await work(kafka.brokers);
  } finally {
    await kafka.stop();
  }
}
