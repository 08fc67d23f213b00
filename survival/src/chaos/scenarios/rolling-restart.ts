import { sleep } from '@tonggwan/messaging';
import type { Scene, SplitSite } from '../house/site';
import { type Scenario, split } from '../scenario';

/** What Kubernetes grants before it ends a pod: whoever was sent there before is answered. */
export const FAREWELL_MS = 2_000;

export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  does: 'stops each service in turn with SIGTERM and starts it again, with two gateways; no caller notices',
  goals: { goodputRatio: 0.8 },
  mayBreak: false,
  open: split(restartAll, ['gateway']),
};

async function restartAll({ site, traffic }: Scene<SplitSite>): Promise<void> {
  for (const service of site.services) {
    const { address } = service;
    const isGateway = site.urls.includes(address);
    if (isGateway) traffic.avoid(address);
    await sleep(FAREWELL_MS);
    await service.stop();
    // Whoever keeps the services starts it again.
    await site.ready();
    if (isGateway) traffic.use(address);
  }
}
