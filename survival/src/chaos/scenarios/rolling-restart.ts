import { type Scenario, split } from '../scenario';

export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  does: 'stops each service in turn with SIGTERM and starts it again, with two gateways',
  goals: { goodputRatio: 0.8 },
  open: split(
    async ({ site }) => {
      for (const service of site.services) {
        await service.stop();
        // Whoever keeps the services starts it again.
        await site.ready();
      }
    },
    ['gateway'],
  ),
};
