import { ApiClient } from '../client/api-client';
import { Gate } from '../client/gate';
import type { OfficeTime } from '../system/office-time';
import type { TokenName } from '../system/people';
import type { System } from '../system/system';
import { openAccounts } from './actors/administrator';
import { payNotices } from './actors/bank';
import { BROKER_NAMES, lodge, readAnswers } from './actors/brokers';
import { workOnCases } from './actors/officers';
import { reportArrivals } from './actors/terminal';
import { Errands } from './errands';
import type { Office, Tally } from './office';
import { keepPace } from './pace';
import type { SamplePlan } from './plan/sample-plan';
import { Register } from './register';

/** Calls under way at a time: of those who lodge, and of all the others. */
const CALLS = { lodging: 4, others: 24 };
const SHOW_MS = 100;

/**
 * Lets brokers, terminal, bank and officers do their day's work through the public API. A day that was interrupted is
 * taken up where it stood, since everybody does again what the plan says, and what was done already changes nothing.
 */
export async function runDay(
  plan: SamplePlan,
  system: System,
  time: OfficeTime,
  show: (tally: Tally, now: Date) => void,
): Promise<void> {
  const tally = { lodged: 0, released: 0, paid: 0, decided: 0 };
  const errands = new Errands(time, plan.hours.ends);
  const office = { plan, time, errands, register: new Register(plan), as: callersOf(system), tally };
  await openAccounts(office);
  time.start();
  const shown = setInterval(() => show(tally, time.clock.now()), SHOW_MS);
  try {
    errands.follow(keepPace(system.databaseUrl, time, errands));
    workOf(office).forEach((work) => errands.follow(work));
    await errands.done();
  } finally {
    clearInterval(shown);
  }
}

function workOf(office: Office): Promise<void>[] {
  return [
    reportArrivals(office),
    lodge(office),
    ...BROKER_NAMES.map((broker) => readAnswers(broker, office)),
    payNotices(office),
    workOnCases(office),
  ];
}

function callersOf({ url, tokens }: System): Office['as'] {
  const lodging = new Gate(CALLS.lodging);
  const others = new Gate(CALLS.others);
  const names = Object.keys(tokens) as TokenName[];
  const lodgers: readonly string[] = BROKER_NAMES;
  const callers = names.map((name) => {
    const gate = lodgers.includes(name) ? lodging : others;
    return [name, new ApiClient(url, tokens[name], gate)] as const;
  });
  return Object.fromEntries(callers) as Office['as'];
}
