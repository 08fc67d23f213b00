import { runDay } from '../day/run-day';
import { untilQuiet } from '../summary/quiet';
import type { System } from '../system/system';
import { Progress } from '../terminal/progress';
import { finish, type SampleDay } from './sample-day';

/** Clears the day in front of whoever looks on. @returns the seconds of wall time that it took */
export async function clear(day: SampleDay, system: System, dataFolder: string): Promise<number> {
  const { plan, time, isTakenUp } = day;
  const began = performance.now();
  const progress = new Progress(plan.sample);
  const what = isTakenUp ? 'Taking up a simulated day' : 'A simulated day';
  process.stderr.write(`\n${what}: ${plan.sample} declarations on ${plan.day}, people and goods made up\n`);
  const clock = officeClock(plan.pack.timeZone);
  let lodged = 0;
  let last = '';
  await runDay(plan, system, time, ({ released, paid, decided, ...tally }, now) => {
    lodged = tally.lodged;
    last = `${clock.format(now)}  lodged ${lodged}  released ${released}  paid ${paid}  decided ${decided}`;
    progress.show(lodged, last);
  });
  await untilQuiet(system.databaseUrl, (behind) => progress.show(lodged, `${behind} events under way`));
  progress.end(plan.sample, last);
  finish(dataFolder, day);
  return Math.round((performance.now() - began) / 100) / 10;
}

function officeClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}
