import { Corpus, openAccounts, openLoop } from '@tonggwan/bench';
import { Door, untilQuiet } from '@tonggwan/clearance';
import { sleep } from '@tonggwan/messaging';
import type { CountryPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { checked } from './check/check';
import type { Scene, Site } from './house/site';
import { ratiosOf } from './measure/course';
import { missedOf } from './measure/goals';
import type { Outcome } from './measure/outcome';
import { releasesIn, recoverySeconds, rateBetween } from './measure/pulse';
import type { Scenario } from './scenario';
import { Traffic } from './traffic/traffic';

const WARM_MS = 4_000;
const BEFORE_MS = 6_000;
const AFTER_MS = 5_000;
const AFTER_MS_MAX = 90_000;
const ACCOUNT_CONNECTIONS = 8;

/** What all scenarios of a run have in common. */
export interface Run {
  readonly pack: CountryPack;
  readonly seconds: number;
  /** Declarations a second: half of what is sustained. */
  readonly rate: number;
  readonly peak: number;
  readonly say: (line: string) => void;
  /** Told of what must be closed if the run is broken off. */
  readonly onOpen: (site: Site) => void;
}

/** Brings up a system of its own, lets it work, troubles it, lets it come to rest, and looks what became of everything. */
export async function runScenario(scenario: Scenario, run: Run): Promise<Outcome> {
  const { site, disturb } = await scenario.open(run.say);
  run.onOpen(site);
  try {
    return await play(scenario, run, site, disturb);
  } finally {
    await site.close();
  }
}

async function play(
  { name, goals = {}, against, lasts = 1 }: Scenario,
  { pack, seconds, rate, peak, say }: Run,
  site: Site,
  disturb: (scene: Scene) => Promise<void>,
): Promise<Outcome> {
  const corpus = (seed: number): Corpus =>
    new Corpus(seed, pack, localDay(new Date().toISOString(), pack.timeZone));
  const traffics = [new Traffic(site.urls, site.tokens.replay, corpus(1))];
  const crowd = (perSecond: number): Traffic => {
    const traffic = new Traffic(site.urls, site.tokens.replay, corpus(1 + traffics.length), false);
    traffic.start(openLoop(1_000 / perSecond));
    traffics.push(traffic);
    return traffic;
  };
  await openAccounts(new Door(site.urls[0]!, site.tokens.administrator, ACCOUNT_CONNECTIONS), corpus(1));
  const [traffic] = traffics as [Traffic];
  traffic.start(openLoop(1_000 / rate));
  await sleep(WARM_MS);
  const before = await stretch(() => sleep(BEFORE_MS));
  say(`${name}: ${rate.toFixed(0)} a second go through; the trouble begins`);
  const trouble = await stretch(() => disturb({ site, traffic, seconds: seconds * lasts, rate, crowd }));
  say(`${name}: the trouble is over`);
  await afterwards(site, before, trouble.to);
  await Promise.all(traffics.map((each) => each.stop()));
  await site.ready();
  const url = await site.databaseUrl();
  await untilQuiet(url, () => undefined);
  const accepted = traffics.flatMap((each) => [...each.accepted]);
  const { findings, ...verdict } = await checked(
    url,
    accepted.map(([id]) => id),
  );
  for (const { id, what } of findings.slice(0, 10)) say(`${name}: ${id} ${what}`);
  const released = await releasesIn(url);
  const times = accepted.map(([, at]) => at).sort((one, other) => one - other);
  const ratios = ratiosOf({ accepted: times, released, before, trouble }, rate, against && peak);
  const met = (what: 'refused' | 'broken'): number => traffics.reduce((sum, each) => sum + each.met[what], 0);
  const unforeseen = traffics.flatMap((each) => each.met.unforeseen);
  for (const answer of unforeseen.slice(0, 3)) say(`${name}: unforeseen answer ${answer}`);
  const figures = { name, ...verdict, ...ratios, accepted: accepted.length, released: released.length };
  const outcome = {
    ...figures,
    refused: met('refused'),
    broken: met('broken'),
    unforeseen: unforeseen.length,
  };
  return { ...outcome, missed: missedOf(outcome, goals) };
}

async function stretch(work: () => Promise<void>): Promise<{ from: number; to: number }> {
  const from = Date.now();
  await work();
  return { from, to: Date.now() };
}

/** Lets the traffic go on until releases come as before. */
async function afterwards(site: Site, before: { from: number; to: number }, since: number): Promise<void> {
  await sleep(AFTER_MS);
  for (const end = Date.now() + AFTER_MS_MAX; Date.now() < end; await sleep(1_000)) {
    const releases = await site
      .databaseUrl()
      .then(releasesIn)
      .catch(() => []);
    const undisturbed = rateBetween(releases, before.from, before.to);
    if (undisturbed > 0 && recoverySeconds(releases, since, undisturbed) !== undefined) return;
  }
}
