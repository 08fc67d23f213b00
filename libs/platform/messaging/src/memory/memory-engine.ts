import { ALL_BUCKETS } from '../bucket';
import type { Consumer, Engine, Subscription } from '../engine/engine';
import { Heads } from '../engine/heads';
import { lagOf } from '../engine/lag';
import { LaneLoop } from '../engine/lane-loop';
import { watchEpochs } from '../engine/epoch-watch';
import { watchReplays } from '../engine/replays';
import { Bell } from '../engine/bell';
import { companionOf } from '../lane/companion';
import { Convoys } from '../lane/convoys';
import { Lane } from '../lane/lane';
import type { ReadableLog } from './memory-log';

/** Carries events within one process and forgets them with it. */
export class MemoryEngine implements Engine {
  readonly name = 'memory';
  private readonly bell = new Bell();
  private readonly convoys = new Convoys();
  private readonly subscriptions: Subscription[] = [];

  constructor(private readonly log: ReadableLog) {
    log.watch(this.bell.ring);
  }

  publish(): Promise<void> {
    return Promise.resolve();
  }

  async subscribe(consumer: Consumer): Promise<Subscription> {
    const { name, sources, settings } = consumer;
    const history = this.log;
    const companion = companionOf(consumer, this.bell.recent, {
      headOf: (source, bucket) => heads.markOf(source, bucket),
      board: (bucket) => lanes[bucket]!.board(),
    });
    const lanes = await Promise.all(
      ALL_BUCKETS.map((bucket) =>
        Lane.open({ consumer: name, bucket }, { companion, history, convoy: this.convoys.of(bucket) }),
      ),
    );
    const loops: LaneLoop[] = [];
    const wake = (buckets: ReadonlySet<number>): void => {
      for (const loop of loops) if (buckets.has(loop.lane.name.bucket)) loop.news.ring();
    };
    const heads = new Heads(sources, history, this.bell, wake, () => undefined);
    loops.push(
      ...lanes.map((lane) => new LaneLoop(lane, sources, history, heads, settings, this.bell.recent)),
    );
    const retire = this.convoys.enlist(companion);
    const leave = this.bell.recent.enlist({
      sources,
      positionIn: (source, bucket) => lanes[bucket]!.position(source),
      setsOut: !settings.gathering,
    });
    const ignoreReplays = watchReplays(consumer, () => lanes);
    const ignoreEpochs = watchEpochs(
      consumer,
      history,
      () => lanes,
      () => heads.forget(),
    );
    const subscription: Subscription = {
      lanes: () => lanes,
      lag: () => lagOf(lanes, sources, history),
      fault: () => lanes.find(({ stopped }) => stopped)?.stopped,
      close: async () => {
        ignoreReplays();
        ignoreEpochs();
        retire();
        leave();
        await heads.close();
        await Promise.all(loops.map((loop) => loop.close()));
      },
    };
    this.subscriptions.push(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.close()));
  }
}
