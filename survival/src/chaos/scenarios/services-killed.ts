import type { Scene, SplitSite } from '../house/site';
import { type Scenario, split } from '../scenario';
import { again } from './again';

const EVERY_MS = 2_000;

export const servicesKilled: Scenario = {
  name: 'services-killed',
  does: 'kills a random service with kill -9 every two seconds; it is started again at once',
  mayBreak: true,
  goals: { goodputRatio: 0.8 },
  open: split(killServices),
};

export const gatewayKilled: Scenario = {
  name: 'gateway-killed-mid-request',
  does: 'kills one of two gateways with kill -9 every four seconds while requests are under way; callers send the same message again',
  mayBreak: true,
  open: split((scene) => killOften(scene, 2 * EVERY_MS, ({ name }) => name === 'gateway'), ['gateway']),
};

function killServices(scene: Scene<SplitSite>): Promise<void> {
  return killOften(scene, EVERY_MS, () => true);
}

async function killOften(
  { site, seconds }: Scene<SplitSite>,
  everyMs: number,
  isMeant: (service: SplitSite['services'][number]) => boolean,
): Promise<void> {
  await again(seconds, everyMs, async () => {
    const there = site.services.filter((service) => isMeant(service) && !service.isGone);
    await there[Math.floor(Math.random() * there.length)]?.kill();
  });
}
