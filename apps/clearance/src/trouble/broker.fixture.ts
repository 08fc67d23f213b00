import { type RunningKafka, startKafka } from '@tonggwan/service-host';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Not the usual one, and none that the system hands out by itself: it must be free when the broker comes again. */
const PORT = 19_092;

/** A Kafka of this test's own, which can be killed and comes again on the same data. */
export class Broker {
  private constructor(
    private readonly folder: string,
    private kafka: RunningKafka,
  ) {}

  static async start(): Promise<Broker> {
    const folder = mkdtempSync(join(tmpdir(), 'tonggwan-broker-'));
    return new Broker(folder, await startKafka({ folder, port: PORT }));
  }

  get addresses(): readonly string[] {
    return this.kafka.brokers;
  }

  /** Without a word to anybody, as when the machine is gone. */
  kill(): Promise<void> {
    return this.kafka.kill();
  }

  /** Resolves when it serves requests, where everybody looks for it. */
  async comeAgain(): Promise<void> {
    const port = Number(this.addresses[0]!.split(':')[1]);
    const kafka = await startKafka({ folder: this.folder, port });
    expect(kafka.brokers).toEqual(this.addresses);
    this.kafka = kafka;
  }

  async stop(): Promise<void> {
    await this.kafka.stop();
    rmSync(this.folder, { recursive: true });
  }
}
