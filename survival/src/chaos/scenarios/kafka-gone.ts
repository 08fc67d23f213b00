import { sleep } from '@tonggwan/messaging';
import { type Scenario, split } from '../scenario';

export const kafkaGone: Scenario = {
  name: 'kafka-gone',
  does: 'kills Kafka with kill -9 and brings it back after three times as long as other troubles last; lodging goes on',
  mayBreak: true,
  goals: { intakeRatio: 0.95, drainRatio: 2 },
  lasts: 3,
  open: split(async ({ site, seconds }) => {
    await site.killKafka();
    await sleep(1_000 * seconds);
    await site.startKafkaAgain();
  }),
};
