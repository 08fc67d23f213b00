import type { Consumer } from '../engine/engine';
import { LaneSubscription, type LaneSubscriptionParts } from '../engine/lane-subscription';
import type { Deliveries } from './deliveries';

/** As long as Kafka does not deliver (it is away, or this process has only just joined) the outboxes are asked so often. */
const ASK_MS = 250;

export interface KafkaSubscriptionParts extends Pick<
  LaneSubscriptionParts,
  'history' | 'bell' | 'convoys' | 'shareOf'
> {
  readonly deliveries: Deliveries;
  /** How often the outboxes are asked though Kafka delivers: a last record that is lost leaves no gap. */
  readonly lookMs: number;
}

/** A consumer that hears of news from Kafka, and reads what Kafka has not brought from the outboxes. */
export function kafkaSubscription(consumer: Consumer, parts: KafkaSubscriptionParts): LaneSubscription {
  const { deliveries, lookMs } = parts;
  return new LaneSubscription(consumer, {
    ...parts,
    newsOf: () => ({ onHeld: (buckets) => deliveries.follow(consumer, buckets) }),
    rhythm: () => (deliveries.isServed ? lookMs : ASK_MS),
    onNewLives: () => deliveries.renew(),
  });
}
