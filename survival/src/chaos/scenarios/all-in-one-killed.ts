import { openAllInOneSite } from '../house/all-in-one';
import type { Scenario } from '../scenario';
import { again } from './again';

const EVERY_MS = 8_000;

export const allInOneKilled: Scenario = {
  name: 'all-in-one-killed',
  does: 'kills the start command with kill -9 every eight seconds, on the postgres engine; it is started again at once',
  mayBreak: true,
  open: async (say) => {
    const site = await openAllInOneSite(say);
    const disturb = ({ seconds }: { seconds: number }): Promise<void> =>
      again(seconds, EVERY_MS, () => site.kill());
    return { site, disturb };
  },
};
