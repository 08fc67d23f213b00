/** One answer to a party, with its place in the feed of its bucket. */
export interface Answer {
  readonly bucket: number;
  readonly position: number;
  readonly at: string;
}

/** How far a reader has come, for each bucket: one number over all of them would skip what commits late. */
export type FeedPositions = readonly number[];

/** The answers in order of their time as far as each bucket's own order allows, and where the reader stands after them. */
export function page<A extends Answer>(
  byBucket: readonly (readonly A[])[],
  after: FeedPositions,
  limit: number,
): { readonly answers: readonly A[]; readonly after: FeedPositions } {
  const reached = [...after];
  const next = byBucket.map(() => 0);
  const answers: A[] = [];
  while (answers.length < limit) {
    const earliest = earliestHead(byBucket, next);
    if (!earliest) break;
    answers.push(earliest);
    next[earliest.bucket] = (next[earliest.bucket] ?? 0) + 1;
    reached[earliest.bucket] = earliest.position;
  }
  return { answers, after: reached };
}

function earliestHead<A extends Answer>(
  byBucket: readonly (readonly A[])[],
  next: readonly number[],
): A | undefined {
  let earliest: A | undefined;
  byBucket.forEach((answers, bucket) => {
    const head = answers[next[bucket] ?? 0];
    if (head && (!earliest || head.at < earliest.at)) earliest = head;
  });
  return earliest;
}

const CURSOR_FORM = /^\d{1,16}(\.\d{1,16})*$/;

export function cursorOf(positions: FeedPositions): string {
  return Buffer.from(positions.join('.')).toString('base64url');
}

/** Undefined when the text is no cursor of ours. */
export function positionsOf(cursor: string, buckets: number): FeedPositions | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!CURSOR_FORM.test(text)) return undefined;
  const positions = text.split('.').map(Number);
  return positions.length === buckets ? positions : undefined;
}
