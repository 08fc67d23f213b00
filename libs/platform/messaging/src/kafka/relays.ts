import type { Client } from 'pg';
import { Heads } from '../engine/heads';
import type { Bell } from '../engine/bell';
import { SharedBuckets } from '../postgres/shared-buckets';
import { Relay, type RelayParts } from './relay';

/** The relays of one service in this process: those of the buckets that no other process relays. */
export class Relays {
  private readonly relays = new Map<number, Relay>();
  private readonly heads: Heads;
  private readonly share: SharedBuckets;

  constructor(
    private readonly parts: RelayParts,
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
    this.relays.set(bucket, new Relay(bucket, this.parts));
    return Promise.resolve();
  }

  private async giveUp(bucket: number): Promise<void> {
    const relay = this.relays.get(bucket);
    this.relays.delete(bucket);
    await relay?.close();
  }
}
