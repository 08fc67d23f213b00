import type { World } from './world';

/**
 * Whose decisions follow from events alone. What others have heard at their doors since a backup is in no other log, and is
 * gone with a restore: people must ask again, which is not played here.
 */
const DECIDING_FROM_EVENTS = ['risk-screening', 'tax-assessment', 'release', 'time-release'];

/** Sets the database of one service back to what it was some time before, and has its operator open a new epoch. */
export async function setBack(world: World, untilMs: number): Promise<void> {
  const { fate, time } = world;
  const chance = fate.draw('set back');
  const service = chance.oneOf(DECIDING_FROM_EVENTS);
  await time.sleep(chance.below(untilMs / 2));
  const restore = world.database(service).backup();
  await time.sleep(chance.below(untilMs / 2));
  if (!fate.strikes(`set back: ${service}`, 400)) return;
  world.endAllOf(service);
  restore();
}
