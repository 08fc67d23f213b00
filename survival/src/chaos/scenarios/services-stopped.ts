import { sleep } from '@tonggwan/messaging';
import { type Scenario, split } from '../scenario';

/** Kafka gives the buckets of who is silent for six seconds to somebody else. */
const STOPPED_MS = 15_000;
const AFTERWARDS_MS = 5_000;
const STOPPED = ['payments', 'release'];

export const servicesStopped: Scenario = {
  name: 'services-stopped',
  does: 'stops one of two processes of payments and of release for fifteen seconds: when they go on, others own their lanes',
  mayBreak: true,
  open: split(async ({ site }) => {
    const stopped = STOPPED.map((name) => site.services.find((service) => service.name === name)!);
    stopped.forEach((service) => service.standStill());
    try {
      await sleep(STOPPED_MS);
    } finally {
      stopped.forEach((service) => service.goOn());
    }
    await sleep(AFTERWARDS_MS);
  }, STOPPED),
};
