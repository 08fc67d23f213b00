import type { Client } from 'pg';
import type { Consumer, Engine, Subscription } from '../engine/engine';
import type { Bell } from '../engine/bell';
import { RecentHistory } from '../engine/recent-history';
import type { LaneSettings } from '../lane/settings';
import type { History, Store } from '../store/store';
import { carriedOf } from './carried';
import type { Carrier } from './carrier';
import { SharedBuckets } from '../postgres/shared-buckets';
import { KafkaSubscription } from './kafka-subscription';
import { Relays } from './relays';
import { topicOf } from './topics';

/** A lane that stands still is noticed at the second look. */
const LOOK_MS = 15_000;

/** Relays carry the outboxes to Kafka, which delivers them; what Kafka loses is pulled from the outboxes. */
export class KafkaEngine implements Engine {
  readonly name = 'kafka';
  private readonly history: History;
  private readonly open: { close(): Promise<void> }[] = [];

  /**
   * @param history where the service's own outbox is, and what Kafka loses is pulled from
   * @param connect opens a session of its own, for locks that last as long as it does
   * @param bell rung after each append in this process
   * @param lookMs how often lanes that stand still compare themselves with their owners
   */
  constructor(
    history: History,
    private readonly connect: () => Promise<Client>,
    private readonly bell: Bell,
    private readonly carrier: Carrier,
    private readonly lookMs = LOOK_MS,
  ) {
    this.history = new RecentHistory(bell.recent, history);
  }

  async publish(store: Store, settings: LaneSettings): Promise<void> {
    const { carrier, history } = this;
    const { epoch } = (await history.epochs([store.service])).get(store.service)!.at(-1)!;
    await carrier.ensureTopics([topicOf(store.service, epoch)]);
    store.beHeldAgainst(await carriedOf(carrier, store.service, epoch));
    const relays = new Relays({ store, history, carrier, settings }, this.connect, this.bell);
    this.open.push(relays);
    await relays.start();
  }

  async subscribe(consumer: Consumer): Promise<Subscription> {
    const subscription = new KafkaSubscription(consumer, this.history, this.bell.recent, (work) => {
      return new SharedBuckets(this.connect, work);
    });
    this.open.push(subscription);
    await subscription.start(this.carrier, this.lookMs);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((part) => part.close()));
    await this.carrier.close();
  }
}
