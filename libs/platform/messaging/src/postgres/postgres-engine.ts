import type { Client, Pool } from 'pg';
import type { Consumer, Engine, Subscription } from '../engine/engine';
import type { Bell } from '../engine/bell';
import { LaneSubscription } from '../engine/lane-subscription';
import { Convoys } from '../lane/convoys';
import { RecentHistory } from '../engine/recent-history';
import { PostgresHistory } from './postgres-history';
import { SharedBuckets } from './shared-buckets';
import { newsOf } from './knock';

/** Lanes read the outboxes of their sources by SQL; several processes share the buckets. */
export class PostgresEngine implements Engine {
  readonly name = 'postgres';
  private readonly subscriptions: Subscription[] = [];

  /**
   * @param connect opens a session of its own, for locks that last as long as it does
   * @param bell rung after each append in this process
   * @param convoys of all consumers of this process that work on the same connections
   * @param archive the folder of archived events
   */
  constructor(
    private readonly pool: Pool,
    private readonly connect: () => Promise<Client>,
    private readonly bell: Bell,
    private readonly convoys = new Convoys(),
    private readonly archive?: string,
  ) {}

  publish(): Promise<void> {
    return Promise.resolve();
  }

  async subscribe(consumer: Consumer): Promise<Subscription> {
    const history = new RecentHistory(this.bell.recent, new PostgresHistory(this.pool, this.archive));
    const { bell, convoys } = this;
    const subscription = new LaneSubscription(consumer, {
      ...{ history, bell, convoys },
      shareOf: (work) => new SharedBuckets(this.connect, work),
      newsOf: (heads) => newsOf(heads, bell),
    });
    await subscription.start();
    this.subscriptions.push(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.close()));
  }
}
