import { setBack } from '../world/set-back';
import type { World } from '../world/world';

const SLOT_MS = 250;
const DOUBLE_MS_MAX = 3_000;

/** What befalls processes and the clock from outside, slot by slot. */
export async function troubles(world: World, jump: (ms: number) => void, untilMs: number): Promise<void> {
  const { fate, time } = world;
  void setBack(world, untilMs);
  while (time.now < untilMs) {
    await time.sleep(SLOT_MS);
    for (const process of world.processes)
      if (fate.strikes(`killed: ${process.life.name}`, 12)) process.life.end();
    for (const service of world.services)
      if (fate.strikes(`two at once: ${service.name}`, 20))
        void world.doubleOf(service, fate.draw(`two at once ${time.now}`).below(DOUBLE_MS_MAX));
    if (fate.strikes('the clock jumps on', 20)) jump(fate.draw(`jump ${time.now}`).below(3_600_000));
    if (fate.strikes('the clock jumps back', 20)) jump(-fate.draw(`back ${time.now}`).below(1_500));
  }
}
