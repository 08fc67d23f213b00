export interface GroupMember {
  readonly id: string;
  readonly topics: readonly string[];
}

/**
 * Who gets which buckets: the same bucket of every topic goes to one member, so that a lane has all its sources in one
 * process. While versions with other sources run side by side, those that read the most topics do the work.
 */
export function coPartitioned(
  members: readonly GroupMember[],
  buckets: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const topicsMost = Math.max(...members.map(({ topics }) => topics.length));
  const able = members
    .filter(({ topics }) => topics.length === topicsMost)
    .map(({ id }) => id)
    .sort();
  const assigned = new Map(members.map(({ id }) => [id, [] as number[]]));
  buckets.forEach((bucket, index) => assigned.get(able[index % able.length]!)!.push(bucket));
  return assigned;
}
