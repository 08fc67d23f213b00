import { EmbeddedPostgres } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaOnDemand } from './kafka-on-demand';

declare global {
  // Jest hands nothing from its set-up to its tear-down but through the global object.
  var tonggwanData: string | undefined;
  var tonggwanPostgres: EmbeddedPostgres | undefined;
  var tonggwanKafka: KafkaOnDemand | undefined;
}

/** One PostgreSQL for all tests of a run, where each test file makes a database of its own, and one Kafka if need be. */
export default async function startPostgres(): Promise<void> {
  if (globalThis.tonggwanPostgres) return;
  globalThis.tonggwanData = mkdtempSync(join(tmpdir(), 'tonggwan-test-'));
  globalThis.tonggwanPostgres = await EmbeddedPostgres.start(globalThis.tonggwanData);
  process.env.TEST_POSTGRES_URL = globalThis.tonggwanPostgres.url;
  globalThis.tonggwanKafka = await KafkaOnDemand.listen();
  if (globalThis.tonggwanKafka) process.env.TEST_KAFKA_URL = globalThis.tonggwanKafka.url;
}
