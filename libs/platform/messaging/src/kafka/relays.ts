import type { Client } from 'pg';
import { everyNewLife } from '../engine/epoch-watch';
import { Heads } from '../engine/heads';
import type { Bell } from '../engine/bell';
import { newsOf } from '../postgres/knock';
import { SharedBuckets } from '../postgres/shared-buckets';
import { Marks } from './marks';
import { Post } from './post';
import { Relay, type RelayParts } from './relay';

/** The relays of one service in this process: those of the buckets that no other process relays. */
export class Relays {
  private readonly relays = new Map<number, Relay>();
  private readonly posts = new Map<string, Post>();
  private readonly heads: Heads;
  private readonly marks: Marks;
  private readonly share: SharedBuckets;
  private readonly ignoreEpochs: () => void;
  private readonly leave: () => void;

  constructor(
    private readonly parts: Omit<RelayParts, 'postTo' | 'headOf' | 'marks'>,
    connect: () => Promise<Client>,
    bell: Bell,
  ) {
    const { store, history, settings } = parts;
    this.marks = new Marks(store);
    const name = `relay ${store.service}`;
    const onFailure = (error: unknown): void =>
      settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
    const wake = (buckets: ReadonlySet<number>): void => {
      for (const bucket of buckets) this.relays.get(bucket)?.news.ring();
    };
    this.heads = new Heads([store.service], history, bell, wake, onFailure);
    this.ignoreEpochs = everyNewLife([store.service], history, () => this.beginAnew(), onFailure);
    this.leave = bell.recent.enlist({
      sources: [store.service],
      positionIn: (_source, bucket) => this.relays.get(bucket)?.position,
    });
    this.share = new SharedBuckets(connect, {
      name,
      takeUp: (bucket) => this.takeUp(bucket),
      giveUp: (bucket) => this.giveUp(bucket),
      ...newsOf(this.heads, bell),
      onFailure,
      pause: settings.pause,
    });
  }

  start(): Promise<void> {
    return this.share.start();
  }

  async close(): Promise<void> {
    this.ignoreEpochs();
    this.leave();
    await this.share.close();
    await this.heads.close();
  }

  private takeUp(bucket: number): Promise<void> {
    const headOf = (of: number): number => this.heads.of(this.parts.store.service, of);
    const postTo = (topic: string): Post => this.postTo(topic);
    const { marks } = this;
    this.relays.set(bucket, new Relay(bucket, { ...this.parts, marks, headOf, postTo }));
    return Promise.resolve();
  }

  /** Where each was in an earlier life of the log says nothing. */
  private async beginAnew(): Promise<void> {
    this.heads.forget();
    for (const bucket of this.relays.keys()) {
      await this.giveUp(bucket);
      await this.takeUp(bucket);
    }
  }

  private postTo(topic: string): Post {
    const known = this.posts.get(topic);
    if (known) return known;
    const post = new Post(topic, this.parts.carrier);
    this.posts.set(topic, post);
    return post;
  }

  private async giveUp(bucket: number): Promise<void> {
    const relay = this.relays.get(bucket);
    this.relays.delete(bucket);
    await relay?.close();
  }
}
