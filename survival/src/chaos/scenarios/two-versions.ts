import { sleep } from '@tonggwan/messaging';
import type { Scene, SplitSite } from '../house/site';
import { type Scenario, split } from '../scenario';
import { FAREWELL_MS } from './rolling-restart';

const SIDE_BY_SIDE_MS = 5_000;
const GATEWAY = 'gateway';

export const twoVersions: Scenario = {
  name: 'two-versions',
  does: 'begins with the version before, starts this one beside it on the same log, and ends that one, service by service',
  mayBreak: true,
  needsPrevious: true,
  open: split(upgradeAll),
};

/** The gateway comes last: it must know where the others are. */
async function upgradeAll({ site, traffic }: Scene<SplitSite>): Promise<void> {
  const isGateway = ({ name }: { name: string }): boolean => name === GATEWAY;
  const before = [...site.services];
  for (const old of [...before.filter((each) => !isGateway(each)), ...before.filter(isGateway)]) {
    const { address } = await site.startAnother(old.name);
    await site.ready();
    if (isGateway(old)) traffic.use(address);
    await sleep(SIDE_BY_SIDE_MS);
    if (isGateway(old)) traffic.avoid(old.address);
    await sleep(FAREWELL_MS);
    await site.retire(old);
  }
}
