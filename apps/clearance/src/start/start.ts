import { type CountryPack, loadPack } from '@tonggwan/country-pack';
import { closeOnSignal } from '@tonggwan/service-host';
import { ApiClient } from '../client/api-client';
import { Gate } from '../client/gate';
import { debtsOf } from '../summary/debts';
import { type Summary, summaryOf } from '../summary/summary';
import { openDataFolder } from '../system/data-folder';
import { packFolder } from '../system/places';
import { startSystem } from '../system/start-system';
import type { System } from '../system/system';
import { clear } from './clear';
import type { Flags } from './flags';
import { debtReport, standingReport } from './report';
import { sampleDay, timeOf } from './sample-day';
import { timeReport } from './time-report';
import { welcome } from './welcome';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Starts everything, clears the sample day, says what became of it, and serves until told to stop. */
export async function start(flags: Flags): Promise<void> {
  const { port, country, kafka } = flags;
  const dataFolder = openDataFolder(flags.data, country);
  const pack = loadPack(packFolder(country));
  const day = sampleDay(dataFolder, flags, pack);
  const between = kafka ? ', one process for each, with Apache Kafka between them,' : '';
  say(`Starting all services${between} on a PostgreSQL of their own in ${dataFolder} …`);
  const options = { port, dataFolder, country, time: timeOf(day) };
  const system = await startSystem(options, kafka ? 'kafka' : 'postgres');
  closeOnSignal(() => system.close());
  try {
    const carriedOver = (await summaryOf(system.databaseUrl)).lodged;
    say(welcome(system, dataFolder, port));
    if (!day && carriedOver > 0) say(`\nThe day of this data is over: ${carriedOver} declarations are here.`);
    const seconds = day ? await clear(day, system, dataFolder) : 0;
    const summary = await summaryOf(system.databaseUrl);
    if (!flags.json) await report(summary, system, pack);
    if (flags.once) await system.close();
    if (flags.json) console.log(JSON.stringify({ engine: system.engine, carriedOver, ...summary, seconds }));
  } catch (error) {
    await system.close();
    throw error;
  }
  if (flags.once) process.exit(0);
  say(`\nServing on ${system.url} until Ctrl-C.`);
}

async function report(summary: Summary, system: System, pack: CountryPack): Promise<void> {
  const { databaseUrl, url, tokens } = system;
  const { code, digits } = pack.currency;
  console.log(standingReport(summary, pack));
  console.log(debtReport(await debtsOf(databaseUrl, digits), code));
  console.log(await timeReport(new ApiClient(url, tokens.officer, new Gate(1))));
}
