import { hash32 } from '@tonggwan/kernel';

/** Fixed for the life of an epoch: changing it is to drain and open a new one. */
export const BUCKETS = 8;

export const ALL_BUCKETS: readonly number[] = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** All events about one declaration are in one bucket, whoever owns them. */
export function bucketOf(declarationId: string): number {
  return hash32(declarationId) % BUCKETS;
}
