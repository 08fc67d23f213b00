import { loadPack } from '@tonggwan/country-pack';
import { closeOnSignal } from '@tonggwan/service-host';
import { ApiClient } from '../client/api-client';
import { Gate } from '../client/gate';
import { runDay } from '../day/run-day';
import { debtsOf } from '../summary/debts';
import { untilQuiet } from '../summary/quiet';
import { summaryOf } from '../summary/summary';
import { openDataFolder } from '../system/data-folder';
import { startSystem } from '../system/start-system';
import { packFolder } from '../system/places';
import type { System } from '../system/system';
import { Progress } from '../terminal/progress';
import type { Flags } from './flags';
import { debtReport, standingReport } from './report';
import { finish, type SampleDay, sampleDay, timeOf } from './sample-day';
import { timeReport } from './time-report';
import { welcome } from './welcome';

/** Starts everything, clears the sample day, says what became of it, and serves until told to stop. */
export async function start(flags: Flags): Promise<void> {
  const dataFolder = openDataFolder(flags.data, flags.country);
  const pack = loadPack(packFolder(flags.country));
  const day = sampleDay(dataFolder, flags, pack);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  say(`Starting all services on their own PostgreSQL in ${dataFolder} …`);
  const options = { port: flags.port, dataFolder, country: flags.country, time: timeOf(day) };
  const system = await startSystem(options, flags.kafka ? 'kafka' : 'postgres');
  closeOnSignal(() => system.close());
  const carriedOver = (await summaryOf(system.databaseUrl)).lodged;
  say(welcome(system, dataFolder, flags.port));
  const seconds = day ? await clear(day, system, dataFolder) : 0;
  if (!day && carriedOver > 0)
    say(`\nThe day of this data folder is over: ${carriedOver} declarations are here.`);
  const summary = await summaryOf(system.databaseUrl);
  if (!flags.json) {
    const officer = new ApiClient(system.url, system.tokens.officer, new Gate(1));
    console.log(standingReport(summary, pack));
    console.log(debtReport(await debtsOf(system.databaseUrl, pack.currency.digits), pack.currency.code));
    console.log(await timeReport(officer));
  }
  if (flags.once) await system.close();
  if (flags.json) console.log(JSON.stringify({ engine: system.engine, carriedOver, ...summary, seconds }));
  if (flags.once) process.exit(0);
  say(`\nServing on ${system.url} until Ctrl-C.`);
}

/** @returns the seconds of wall time that it took */
async function clear(day: SampleDay, system: System, dataFolder: string): Promise<number> {
  const { plan, time, isTakenUp } = day;
  const began = performance.now();
  const progress = new Progress(plan.sample);
  const what = isTakenUp ? 'Taking up the day' : 'A simulated day';
  process.stderr.write(`\n${what}: ${plan.sample} declarations on ${plan.day}, people and goods made up\n`);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: plan.pack.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  let last = '';
  let lodged = 0;
  await runDay(plan, system, time, (tally, now) => {
    const { released, paid, decided } = tally;
    lodged = tally.lodged;
    last = `${clock.format(now)}  lodged ${lodged}  released ${released}  paid ${paid}  decided ${decided}`;
    progress.show(lodged, last);
  });
  await untilQuiet(system.databaseUrl, (behind) => progress.show(lodged, `${behind} events under way`));
  progress.end(plan.sample, last);
  finish(dataFolder, day);
  return Math.round((performance.now() - began) / 100) / 10;
}
