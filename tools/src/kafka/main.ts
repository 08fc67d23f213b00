import { startKafka } from '@tonggwan/service-host';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.tonggwan/kafka' },
    port: { type: 'string', default: '9092' },
  },
});

async function main(): Promise<void> {
  const kafka = await startKafka({ folder: values.data, port: Number(values.port) });
  console.log(`Kafka serves ${kafka.brokers.join()} on ${values.data}; Ctrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void kafka.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
