import type { Client } from 'pg';
import { Heads } from '../engine/heads';
import type { Bell } from '../engine/bell';
import { newsOf } from '../postgres/knock';
import { SharedBuckets } from '../postgres/shared-buckets';
import { Post } from './post';
import { Relay, type RelayParts } from './relay';

/** The relays of one service in this process: those of the buckets that no other process relays. */
export class Relays {
  private readonly relays = new Map<number, Relay>();
  private readonly posts = new Map<string, Post>();
  private readonly heads: Heads;
  private readonly share: SharedBuckets;

  constructor(
    private readonly parts: Omit<RelayParts, 'postTo'>,
    connect: () => Promise<Client>,
    bell: Bell,
  ) {
    const { store, history, settings } = parts;
    const name = `relay ${store.service}`;
    const onFailure = (error: unknown): void =>
      settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
    const wake = (buckets: ReadonlySet<number>): void => {
      for (const bucket of buckets) this.relays.get(bucket)?.news.ring();
    };
    this.heads = new Heads([store.service], history, bell, wake, onFailure);
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
    await this.share.close();
    await this.heads.close();
  }

  private takeUp(bucket: number): Promise<void> {
    this.relays.set(bucket, new Relay(bucket, { ...this.parts, postTo: (topic) => this.postTo(topic) }));
    return Promise.resolve();
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
