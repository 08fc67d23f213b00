import { BUCKETS } from '../bucket';

/**
 * Buckets of one among several, so that those of all are as many as there are and differ by one at most.
 * @param members how many there are, this one included
 * @param before how many of them come before this one
 */
export function fairShare(members: number, before: number): number {
  return Math.floor(BUCKETS / members) + (before < BUCKETS % members ? 1 : 0);
}
