import { encode } from '../batch';
import { bucketOf } from '../bucket';
import type { OutgoingEvent, StoredEvent } from '../event';
import { keepData } from '../event-data';
import type { Mark } from '../store/store';
import type { Companion } from './companion';

/** Where events will stand if nobody else appends to their buckets before the transaction ends. */
export class Foreseen {
  /** The last places that were given out, by source and bucket. */
  private readonly ends = new Map<string, Mark>();

  /** @param at when the transaction began: what the log will say of all of them */
  constructor(private readonly at: string) {}

  /** @param listeners of this process: one of them may know of a later head than the others, since they look in turns */
  place(source: string, event: OutgoingEvent, listeners: readonly Companion[]): StoredEvent {
    const key = event.data.declarationId;
    const bucket = bucketOf(key);
    const name = `${source}/${bucket}`;
    const { epoch, position } = this.ends.get(name) ?? headOf(source, bucket, listeners);
    const mark = { epoch, position: position + 1 };
    this.ends.set(name, mark);
    const about = { key, type: event.type, data: encode(event), headers: {}, at: this.at };
    const stored = { source, bucket, ...mark, ...about };
    keepData(stored, event.data);
    return stored;
  }
}

function headOf(source: string, bucket: number, listeners: readonly Companion[]): Mark {
  const heads = listeners.map((listener) => listener.headOf(source, bucket));
  return heads.reduce((one, other) => (isBeyond(other, one) ? other : one));
}

function isBeyond(one: Mark, other: Mark): boolean {
  return one.epoch === other.epoch ? one.position > other.position : one.epoch > other.epoch;
}
