import { missingForKafka, type RunningKafka, startKafka } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One Kafka for all tests of a run, started when the first of them asks where it is. */
export class KafkaOnDemand {
  private starting: Promise<RunningKafka> | undefined;

  private constructor(
    private readonly server: Server,
    /** Answers the brokers, separated by commas. */
    readonly url: string,
  ) {}

  /** Undefined where there is no Java or Maven. @throws Error then, when it is the CI that is without them */
  static async listen(): Promise<KafkaOnDemand | undefined> {
    const missing = missingForKafka();
    if (missing && process.env.CI) throw new Error(`the tests on Kafka need ${missing}`);
    if (missing) return undefined;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    const { port } = server.address() as AddressInfo;
    const kafka = new KafkaOnDemand(server, `http://127.0.0.1:${port}`);
    server.on('request', (_request, response) => {
      kafka.start().then(
        ({ brokers }) => response.end(brokers.join()),
        (error: unknown) => response.writeHead(503).end(String(error)),
      );
    });
    return kafka;
  }

  async stop(): Promise<void> {
    this.server.close();
    const kafka = await this.starting?.catch(() => undefined);
    await kafka?.stop();
  }

  private start(): Promise<RunningKafka> {
    return (this.starting ??= startKafka({
      folder: mkdtempSync(join(tmpdir(), 'tonggwan-kafka-')),
      port: 0,
    }));
  }
}
