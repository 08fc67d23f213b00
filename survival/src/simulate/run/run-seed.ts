import { AccountsController, Bookkeeping } from '@tonggwan/payments';
import { Commands, EVENT_TYPES, Lookups } from '@tonggwan/service-host';
import type { Violation } from '../check/evidence';
import { violationsIn } from '../check/violations';
import { bank, officer, terminal } from '../people/others';
import { broker, type Testimony } from '../people/broker';
import { ACCOUNTS, type Consignment, consignment } from '../people/consignments';
import type { Plant } from '../plants/plant';
import { Fate, type FaultName } from '../world/fate';
import { SimulatedTime } from '../world/simulated-time';
import { World } from '../world/world';
import { evidenceOf } from './evidence-of';
import type { House } from './house';
import { replayLetters, unrestIn } from './rest';
import { troubles } from './troubles';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** What went wrong on the way, in order. */
  readonly faults: readonly FaultName[];
  readonly events: number;
}

const BEGINS = Date.parse('2026-03-02T01:00:00Z');
const DAY = '2026-03-02';
const DECLARATIONS = { least: 2, span: 6 };
const TROUBLE_MS = 8_000;
const REST_MS_MAX = 90_000;
/** So long nothing must happen before it is rest. */
const STILL_MS = 1_500;
const LOOK_MS = 500;

/** One run: a few declarations, everything that can go wrong for a while, then calm until rest; and what is not as it should be. */
export async function runSeed(
  house: House,
  seed: number,
  plant: Plant,
  only?: ReadonlySet<FaultName>,
): Promise<Outcome> {
  const time = new SimulatedTime();
  const fate = new Fate(seed, only);
  const { services, pack, clock } = house;
  const world = new World(services, pack, clock, time, fate, plant);
  let shift = 0;
  clock.course = () => new Date(BEGINS + time.now + shift);
  const restore = time.install();
  try {
    const count = DECLARATIONS.least + fate.draw('declarations').below(DECLARATIONS.span);
    const consignments = Array.from({ length: count }, (_, index) =>
      consignment(String(seed), index, pack, DAY),
    );
    const told: Testimony = { lodged: [], paid: [] };
    await openAccounts(world);
    const people = goAbout(world, consignments, told);
    void troubles(world, (ms) => (shift += ms), TROUBLE_MS);
    await time.passUntil(() => false, TROUBLE_MS);
    world.calm();
    const unrest = await untilRest(world, people);
    const evidence = await evidenceOf(world, told, unrest);
    await end(world);
    return { seed, violations: violationsIn(evidence), faults: fate.faults, events: world.history.length };
  } finally {
    restore();
  }
}

function goAbout(
  world: World,
  consignments: readonly Consignment[],
  told: Testimony,
): { readonly areDone: boolean; readonly fault?: unknown } {
  const people: { areDone: boolean; fault?: unknown } = { areDone: false };
  world.startAll();
  const errands = consignments.flatMap((one) => [broker(world, one, told), terminal(world, one)]);
  Promise.all(errands).then(
    () => (people.areDone = true),
    (fault: unknown) => (people.fault = fault),
  );
  for (const worker of [officer(world), bank(world, consignments, told)])
    worker.catch((fault: unknown) => (people.fault = fault));
  return people;
}

/** Nothing goes wrong any more. @returns what is still not done when the time is up */
async function untilRest(
  world: World,
  people: { readonly areDone: boolean; readonly fault?: unknown },
): Promise<readonly Violation[]> {
  let unrest: readonly string[] = [];
  for (let still = 0; world.time.now < REST_MS_MAX;) {
    const before = world.history.length;
    await world.time.passUntil(() => false, world.time.now + LOOK_MS);
    if (people.fault) return [`somebody at a door: ${String(people.fault)}`];
    await replayLetters(world);
    unrest = [...(people.areDone ? [] : ['somebody waits at a door']), ...(await unrestIn(world))];
    const isStill = unrest.length === 0 && world.history.length === before;
    still = isStill ? still + LOOK_MS : 0;
    if (still >= STILL_MS) return [];
  }
  return unrest.length > 0 ? unrest : ['there is always something new'];
}

/** Ends every process, so that nothing of this run is left for the next. */
async function end(world: World): Promise<void> {
  world.isOver = true;
  for (const { life } of world.processes) life.end();
  await world.time.passUntil(() => false, world.time.now + REST_MS_MAX);
}

async function openAccounts(world: World): Promise<void> {
  const commands = new Commands(world.database('payments'), EVENT_TYPES);
  const accounts = new AccountsController({} as Lookups, commands, new Bookkeeping(world.clock, world.pack));
  for (const account of ACCOUNTS) await accounts.open(account);
}
