import { type SplitSystem, startSplit, WALL_TIME } from '@tonggwan/clearance';
import { type RunningKafka, removeData, startKafka } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SplitSite } from './site';
import { Supervisor } from './supervisor';
import { tokensOf } from './tokens';
import { untilReady } from './until-ready';

const COUNTRY = 'kr';

export interface SplitOrder {
  /** Services that have two processes. */
  readonly twice?: readonly string[];
  /** Where the programs of the services are, if they are another version's. */
  readonly checkout?: string;
}

export async function openSplitSite(
  say: (line: string) => void,
  { twice = [], checkout }: SplitOrder = {},
): Promise<SplitSite> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tonggwan-chaos-'));
  const folder = join(dataFolder, 'kafka');
  let kafka: RunningKafka | undefined;
  let system: SplitSystem | undefined;
  let supervisor: Supervisor | undefined;
  const close = async (): Promise<void> => {
    await supervisor?.close();
    system?.services.forEach((service) => service.goOn());
    await system?.close();
    await kafka?.stop();
    removeData(dataFolder);
  };
  try {
    const { brokers } = (kafka = await startKafka({ folder, port: 0 }));
    const options = { port: 0, dataFolder, country: COUNTRY, time: WALL_TIME, brokers, checkout };
    const { services, databaseUrl, startAnother, retire } = (system = await startSplit(options));
    for (const name of twice) await startAnother(name);
    supervisor = new Supervisor(() => services, say);
    return {
      urls: services.filter(({ name }) => name === 'gateway').map(({ address }) => address),
      tokens: await tokensOf(dataFolder),
      databaseUrl: () => Promise.resolve(databaseUrl),
      ready: () => untilReady(() => services.map(({ address }) => address)),
      services,
      brokers,
      startAnother,
      retire,
      killKafka: () => kafka!.kill(),
      startKafkaAgain: async () => {
        kafka = await startKafka({ folder, port: Number(brokers[0]!.split(':')[1]) });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
