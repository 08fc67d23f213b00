import type { Consumer } from '../engine/engine';
import type { Recent } from '../engine/recent';
import type { StoredEvent } from '../event';
import type { Mark } from '../store/store';
import type { Passenger } from './convoy';

/** One consumer of this process, as the others see it. */
export interface Companion extends Consumer {
  /** The last place in a source's bucket that this process knows of. */
  headOf(source: string, bucket: number): Mark;
  /** What a source's bucket has after a position, as far as it is in memory without a gap. */
  atHand(source: string, bucket: number, after: number): readonly StoredEvent[];
  /** The lane of a bucket, if it is here and has nothing to do. */
  board(bucket: number): Passenger | undefined;
}

export function companionOf(
  consumer: Consumer,
  recent: Recent,
  lanes: Pick<Companion, 'headOf' | 'board'>,
): Companion {
  return {
    ...consumer,
    ...lanes,
    atHand: (source, bucket, after) => recent.after(source, bucket, after, consumer.settings.eventsMax),
  };
}
