import { Problem } from '@tonggwan/service-host';
import type { Doors } from '../world/doors';
import type { World } from '../world/world';

const AGAIN_MS = { least: 30, span: 600 };
const WAIT_MS_MAX = 5_000;

/** What somebody is told for good: trying again would change nothing. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Goes to a door again and again until it is answered, as the software of people outside does. @throws Refused */
export async function errand<Answer>(
  world: World,
  service: string,
  name: string,
  ask: (doors: Doors) => Promise<Answer>,
): Promise<Answer> {
  const chance = world.fate.draw(`errand ${name}`);
  while (!world.isOver) {
    const process = world.processOf(service);
    if (process) {
      try {
        await process.life.step(`${name} asks ${service}`);
        const answer = await withinReason(world, ask(process.doors));
        // Done, and the answer gets lost on its way back.
        await process.life.step(`${service} answers ${name}`);
        return answer;
      } catch (error) {
        if (error instanceof Problem && error.getStatus() < 500) throw new Refused(error);
      }
    }
    await world.time.sleep(AGAIN_MS.least + chance.below(AGAIN_MS.span));
  }
  // Nobody is there any more to hear an answer.
  return new Promise(() => undefined);
}

async function withinReason<Answer>(world: World, answer: Promise<Answer>): Promise<Answer> {
  const late = world.time.sleep(WAIT_MS_MAX).then(() => Promise.reject(new Error('no answer came')));
  late.catch(() => undefined);
  return Promise.race([answer, late]);
}
