import type { Client } from 'pg';
import type { Bell } from '../engine/bell';
import type { Consumer, Engine, Subscription } from '../engine/engine';
import { RecentHistory } from '../engine/recent-history';
import { Convoys } from '../lane/convoys';
import type { LaneSettings } from '../lane/settings';
import { SharedBuckets } from '../postgres/shared-buckets';
import type { History, Store } from '../store/store';
import { carriedOf } from './carried';
import type { Carrier } from './carrier';
import { Deliveries } from './deliveries';
import { kafkaSubscription } from './kafka-subscription';
import { Relays } from './relays';
import { topicOf } from './topics';

/** A last record that is lost is missed by the second look at the latest. */
const LOOK_MS = 15_000;

/** What an engine on Kafka works with. */
export interface KafkaEngineParts {
  /** Where the services' own outboxes are, and what Kafka loses is pulled from. */
  readonly history: History;
  /** Opens a session of its own, for locks that last as long as it does. */
  readonly connect: () => Promise<Client>;
  /** Rung after each append in this process, and by this engine for what Kafka brings. */
  readonly bell: Bell;
  readonly carrier: Carrier;
  /** Of all consumers of this process that work on the same connections. */
  readonly convoys?: Convoys;
  /** How often the outboxes are asked though Kafka delivers, in milliseconds. */
  readonly lookMs?: number;
}

/** Relays carry the outboxes to Kafka, which delivers them; what Kafka loses is pulled from the outboxes. */
export class KafkaEngine implements Engine {
  readonly name = 'kafka';
  private readonly history: History;
  private readonly deliveries: Deliveries;
  private readonly convoys: Convoys;
  private readonly open: { close(): Promise<void> }[] = [];

  /** @param name of the service, or of the process that hosts several */
  constructor(
    name: string,
    private readonly parts: KafkaEngineParts,
  ) {
    const { history, bell, carrier, convoys = new Convoys(1) } = parts;
    this.history = new RecentHistory(bell.recent, history);
    this.deliveries = new Deliveries(name, carrier, history, bell);
    this.convoys = convoys;
  }

  async publish(store: Store, settings: LaneSettings): Promise<void> {
    const { history } = this;
    const { carrier, connect, bell } = this.parts;
    const { epoch } = (await history.epochs([store.service])).get(store.service)!.at(-1)!;
    await carrier.ensureTopics([topicOf(store.service, epoch)]);
    store.beHeldAgainst(await carriedOf(carrier, store.service, epoch));
    const relays = new Relays({ store, history, carrier, settings }, connect, bell);
    this.open.push(relays);
    await relays.start();
  }

  async subscribe(consumer: Consumer): Promise<Subscription> {
    const { history, deliveries, convoys } = this;
    const { connect, bell, lookMs = LOOK_MS } = this.parts;
    const subscription = kafkaSubscription(consumer, {
      ...{ history, bell, convoys, deliveries, lookMs },
      shareOf: (work) => new SharedBuckets(connect, work),
    });
    this.open.push(subscription);
    await subscription.start();
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((part) => part.close()));
    await this.deliveries.close();
    await this.parts.carrier.close();
  }
}
