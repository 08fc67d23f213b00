import {
  ALL_BUCKETS,
  Bell,
  Convoys,
  Deliveries,
  kafkaSubscription,
  RecentHistory,
  type Consumer,
  LANE_SETTINGS,
  type LaneSettings,
  Marks,
  MemoryEngine,
  Post,
  Relay,
  type Subscription,
} from '@tonggwan/messaging';
import { EVENT_TYPES } from '@tonggwan/service-host';
import type { Doors } from './doors';
import { doorsOf } from './doors';
import type { Life } from './life';
import { RemoteLog } from './remote-log';
import { RemoteStore } from './remote-store';
import type { ListeningService } from './service';
import type { World } from './world';

/** How often lanes on Kafka that stand still compare themselves with their owners. */
const LOOK_MS = 3_000;

/** One process that runs some of the services, from its start to its end. */
export class HouseProcess {
  readonly subscriptions: Subscription[] = [];
  readonly doors: Doors;
  private readonly stores: ReadonlyMap<string, RemoteStore>;
  private readonly log: RemoteLog;
  private engine: MemoryEngine | undefined;
  private readonly bell = new Bell();
  private readonly convoys = new Convoys();
  private deliveries: Deliveries | undefined;
  private readonly endings: (() => Promise<void> | void)[] = [];

  private constructor(
    private readonly world: World,
    readonly services: readonly ListeningService[],
    readonly life: Life,
  ) {
    const names = services.map(({ name }) => name);
    const store = (name: string): RemoteStore =>
      world.plant.store(new RemoteStore(world.database(name), life));
    this.stores = new Map(names.map((name) => [name, store(name)]));
    this.log = new RemoteLog(world.log, life, new Set(names));
    this.doors = doorsOf((service) => this.stores.get(service)!, world.pack, world.clock);
  }

  /** @throws Error when it dies before it is ready, or the weather is too bad to begin */
  static async start(world: World, services: readonly ListeningService[], life: Life): Promise<HouseProcess> {
    const process = new HouseProcess(world, services, life);
    life.onDeath(() => void process.close());
    for (const service of services) await process.run(service);
    return process;
  }

  /** Orderly, as far as it is still alive. */
  async stop(): Promise<void> {
    await this.close();
    this.life.end();
  }

  private async close(): Promise<void> {
    await Promise.all(this.endings.splice(0).map(async (end) => end()));
  }

  private async run(service: ListeningService): Promise<void> {
    const { name, sources, handlers, definition } = service;
    const store = this.stores.get(name)!;
    const settings = this.settingsOf(definition.gathering);
    if (this.world.engine === 'kafka') this.relay(store, settings);
    const wrapped = this.world.wrap(name, handlers);
    const consumer: Consumer = { name, sources, store, handlers: wrapped, types: EVENT_TYPES, settings };
    this.subscriptions.push(await this.subscribe(consumer));
    this.life.assertAlive();
  }

  private async subscribe(consumer: Consumer): Promise<Subscription> {
    if (this.world.engine === 'memory') return this.together().subscribe(consumer);
    const share = this.world.locks.shareFor(this.life);
    const { bell, convoys } = this;
    const subscription = kafkaSubscription(consumer, {
      history: new RecentHistory(bell.recent, this.log),
      ...{ bell, convoys, deliveries: this.brought(), shareOf: share, lookMs: LOOK_MS },
    });
    this.endings.push(() => subscription.close());
    await subscription.start();
    return subscription;
  }

  /** Services of one process on one database: what one says in a transaction the others hear in it. */
  private together(): MemoryEngine {
    if (!this.engine) {
      const engine = new MemoryEngine(this.log);
      this.endings.push(() => engine.close());
      this.engine = engine;
    }
    return this.engine;
  }

  /** What the broker brings to the process, and what it appends itself. */
  private brought(): Deliveries {
    if (!this.deliveries) {
      const deliveries = new Deliveries(this.life.name, this.carrier(), this.log, this.bell);
      this.endings.push(this.log.watch(this.bell.ring), () => deliveries.close());
      this.deliveries = deliveries;
    }
    return this.deliveries;
  }

  private relay(store: RemoteStore, settings: LaneSettings): void {
    const carrier = this.carrier();
    const posts = new Map<string, Post>();
    const postTo = (topic: string): Post => {
      if (!posts.has(topic)) posts.set(topic, new Post(topic, carrier));
      return posts.get(topic)!;
    };
    const marks = new Marks(store);
    const parts = { store, marks, history: this.log, carrier, settings, postTo, headOf: () => Infinity };
    const relays = ALL_BUCKETS.map((bucket) => new Relay(bucket, parts));
    const deaf = this.log.watch((appended) => {
      for (const { source, bucket } of appended) if (source === store.service) relays[bucket]!.news.ring();
    });
    this.endings.push(deaf, ...relays.map((relay) => () => relay.close()));
  }

  private carrier() {
    return this.world.plant.carrier(this.world.broker.carrierFor(this.life));
  }

  private settingsOf(gathering: LaneSettings['gathering']): LaneSettings {
    return {
      ...LANE_SETTINGS,
      ...{ eventsMax: 20, gathering, now: () => this.world.time.now },
      onDeadLetter: (_lane, { type }, reason) => void this.world.buried.push(`${type}: ${reason}`),
    };
  }
}
