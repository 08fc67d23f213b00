import {
  carriedOf,
  type Epoch,
  type Evidence,
  evidenceOf,
  KafkaJsCarrier,
  openEpoch,
  reasonIn,
  type Sighting,
} from '@tonggwan/messaging';
import type { Pool } from 'pg';

interface Asked {
  readonly service: string;
  /** Those of Kafka that are asked how far the log was carried. */
  readonly brokers: readonly string[];
  /** Whether one is opened though nothing says that it must be. */
  readonly anyway: boolean;
}

/** What an operator is told of the epoch that he has opened. */
export interface OpenedEpoch extends Epoch, Evidence {
  readonly service: string;
}

/** Opens a new epoch of a service's log. @throws Error where nothing says that it has gone back in time */
export async function openEpochOf(pool: Pool, { service, brokers, anyway }: Asked): Promise<OpenedEpoch> {
  const carried = brokers.length > 0 ? await carriedTo(brokers, service) : [];
  const isWhole = reasonIn(service, await evidenceOf(pool, service, carried)) === undefined;
  if (isWhole && !anyway) {
    const unasked = brokers.length > 0 ? '' : ' (Kafka was not asked: --brokers)';
    throw new Error(`nothing says that the log of ${service} has gone back in time${unasked}; see --anyway`);
  }
  const { evidence, ...opened } = await openEpoch(pool, service, carried);
  return { service, ...opened, ...evidence };
}

async function carriedTo(brokers: readonly string[], service: string): Promise<readonly Sighting[]> {
  const carrier = new KafkaJsCarrier(brokers, 'tonggwan log epoch');
  try {
    return await carriedOf(carrier, service, 1);
  } finally {
    await carrier.close();
  }
}

/** For people: where each bucket goes on, and who has seen more of it. */
export function linesOf({ firsts, ahead }: OpenedEpoch): readonly (readonly string[])[] {
  return firsts.map((first, bucket) => {
    const seen = ahead.filter((each) => each.bucket === bucket);
    const by = seen.map(({ by: reader, epoch, position }) => `${reader} to ${position} of epoch ${epoch}`);
    return [String(bucket), String(first), by.join(', ')];
  });
}
