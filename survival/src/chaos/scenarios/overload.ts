import { sleep } from '@tonggwan/messaging';
import { type Scenario, split } from '../scenario';

const TIMES = 10;

export const overload: Scenario = {
  name: 'overload',
  does: 'brings ten times the load; who is not taken is told when to come again',
  mayBreak: true,
  goals: { goodputRatio: 0.9 },
  against: 'peak',
  open: split(async ({ seconds, rate, crowd }) => {
    const more = crowd((TIMES - 1) * rate);
    await sleep(1_000 * seconds);
    await more.stop();
  }),
};
