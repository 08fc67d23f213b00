import { Corpus, openAccounts, openLoop, rateBetween, recoverySeconds } from '@tonggwan/bench';
import { Door, untilQuiet } from '@tonggwan/clearance';
import type { CountryPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { sleep } from '@tonggwan/messaging';
import { checked, type Verdict } from './check/check';
import type { Scene, Site } from './house/site';
import { type Course, ratiosOf, type Stretch } from './measure/course';
import { missedOf } from './measure/goals';
import type { Outcome } from './measure/outcome';
import { releasesIn } from './measure/pulse';
import { isSteady } from './measure/steady';
import type { Scenario, Stage } from './scenario';
import { Traffic } from './traffic/traffic';

const WARM_MS = 4_000;
const WARM_MS_MAX = 60_000;
const BEFORE_MS = 10_000;
const AFTER_MS = 5_000;
const AFTER_MS_MAX = 60_000;
const ACCOUNT_CONNECTIONS = 8;
const FINDINGS_SHOWN = 10;

/** What all scenarios of a run have in common. */
export interface Run {
  readonly pack: CountryPack;
  /** How long troubles last. */
  readonly seconds: number;
  /** The most declarations a second that the system sustains: the callers bring half of it. */
  readonly peak: number;
  /** A built checkout of the version before this one. */
  readonly previous?: string;
  readonly say: (line: string) => void;
  /** Told of what must be closed if the run is broken off. */
  readonly onOpen: (site: Site) => void;
}

/** Brings up a system of its own, lets it work, troubles it, lets it come to rest, and looks what became of everything. */
export async function runScenario(scenario: Scenario, run: Run): Promise<Outcome> {
  const stage = await scenario.open(run.say, scenario.needsPrevious && run.previous);
  run.onOpen(stage.site);
  try {
    return await new Play(scenario, run, stage).play();
  } finally {
    await stage.site.close();
  }
}

export function corpusOf(seed: number, pack: CountryPack): Corpus {
  return new Corpus(seed, pack, localDay(new Date().toISOString(), pack.timeZone));
}

/** Opens the accounts that the corpus draws on. */
export function openAccountsAt({ urls, tokens }: Site, corpus: Corpus): Promise<void> {
  return openAccounts(new Door(urls[0]!, tokens.administrator, ACCOUNT_CONNECTIONS), corpus);
}

/** One scenario from the first lodgement to the verdict. */
class Play {
  private readonly traffics: Traffic[] = [];
  private readonly poisoned = new Set<string>();
  private readonly rate: number;

  constructor(
    private readonly scenario: Scenario,
    private readonly run: Run,
    private readonly stage: Stage,
  ) {
    this.rate = run.peak / 2;
  }

  async play(): Promise<Outcome> {
    const { site } = this.stage;
    await openAccountsAt(site, corpusOf(1, this.run.pack));
    const traffic = this.bring(this.rate, true);
    await this.untilSteady(traffic);
    const before = await stretch(() => sleep(BEFORE_MS));
    this.say(`${this.rate.toFixed(0)} a second go through; the trouble begins`);
    const trouble = await stretch(() => this.stage.disturb(this.scene(traffic)));
    this.say('the trouble is over');
    await this.untilRecovered(before, trouble.to);
    this.say('the traffic ends');
    await Promise.all(this.traffics.map((each) => each.stop()));
    await site.ready();
    const url = await site.databaseUrl();
    await untilQuiet(url, () => undefined);
    this.say('all is quiet');
    return this.outcome(url, before, trouble);
  }

  private bring(perSecond: number, comesAgain: boolean): Traffic {
    const { site } = this.stage;
    const corpus = corpusOf(1 + this.traffics.length, this.run.pack);
    const traffic = new Traffic(site.urls, site.tokens.replay, corpus, comesAgain);
    this.traffics.push(traffic);
    traffic.start(openLoop(1_000 / perSecond));
    return traffic;
  }

  private scene(traffic: Traffic): Scene {
    const { run, rate, poisoned, stage, scenario } = this;
    const seconds = run.seconds * (scenario.lasts ?? 1);
    const crowd = (perSecond: number): Traffic => this.bring(perSecond, false);
    return { site: stage.site, traffic, seconds, rate, poisoned, crowd };
  }

  /** Lets processes that have just begun come to their pace. */
  private async untilSteady({ accepted }: Traffic): Promise<void> {
    await sleep(WARM_MS);
    for (const end = Date.now() + WARM_MS_MAX; Date.now() < end; await sleep(1_000)) {
      const releases = await releasesIn(await this.stage.site.databaseUrl());
      if (isSteady([...accepted.values()], releases, Date.now())) return;
    }
    this.say('the system has not come to a steady pace; the trouble begins all the same');
  }

  /** Lets the traffic go on until releases come as before. */
  private async untilRecovered(before: Stretch, since: number): Promise<void> {
    await sleep(AFTER_MS);
    for (const end = Date.now() + AFTER_MS_MAX; Date.now() < end; await sleep(1_000)) {
      const releases = await this.stage.site
        .databaseUrl()
        .then(releasesIn)
        .catch(() => []);
      const undisturbed = rateBetween(releases, before.from, before.to);
      if (undisturbed > 0 && recoverySeconds(releases, since, undisturbed) !== undefined) return;
    }
  }

  private async outcome(url: string, before: Stretch, trouble: Stretch): Promise<Outcome> {
    const { traffics, poisoned, scenario, rate, run } = this;
    const answered = traffics.flatMap(({ accepted }) => [...accepted]);
    const ids = answered.map(([id]) => id);
    const { findings, ...verdict } = await checked(url, ids, [...poisoned]);
    const unforeseen = traffics.flatMap(({ met }) => met.unforeseen);
    this.tell(findings, unforeseen);
    const broken = traffics.flatMap(({ met }) => met.broken);
    const accepted = answered.map(([, at]) => at).sort((one, other) => one - other);
    const course: Course = { accepted, released: await releasesIn(url), before, trouble };
    const outcome = {
      name: scenario.name,
      ...verdict,
      ...ratiosOf(course, rate, scenario.against && run.peak),
      accepted: accepted.length,
      released: course.released.length,
      refused: sum(traffics.map(({ met }) => met.refused)),
      broken: broken.length,
      brokenBy: countsOf(broken),
      unforeseen: unforeseen.length,
      failed: unforeseen.length + (scenario.mayBreak ? 0 : broken.length),
      poisoned: poisoned.size,
    };
    return { ...outcome, missed: missedOf(outcome, scenario.goals ?? {}) };
  }

  private tell(findings: Verdict['findings'], unforeseen: readonly string[]): void {
    for (const { id, what } of findings.slice(0, FINDINGS_SHOWN)) this.say(`${id} ${what}`);
    for (const answer of unforeseen.slice(0, FINDINGS_SHOWN)) this.say(`unforeseen answer ${answer}`);
  }

  private say(line: string): void {
    this.run.say(`${this.scenario.name}: ${line}`);
  }
}

async function stretch(work: () => Promise<void>): Promise<Stretch> {
  const from = Date.now();
  await work();
  return { from, to: Date.now() };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
