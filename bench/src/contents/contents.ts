import { createHash } from 'node:crypto';

/** What the final business rows of a row's released declarations say, whoever wrote them. */
export interface Contents {
  /** How many different ones there are; the corpus has so many templates. */
  readonly contents: number;
  /** SHA-256 over their sorted digests; null where some were never released, so that nothing can be compared. */
  readonly contentHash: string | null;
}

/**
 * @param texts the content of each released declaration, in any order and as often as it comes
 * @param templates how many contents the corpus has
 */
export function contentsOf(texts: readonly string[], templates: number): Contents {
  const digests = [...new Set(texts.map(sha256))].sort();
  const isWhole = digests.length >= templates;
  return { contents: digests.length, contentHash: isWhole ? sha256(digests.join('\n')) : null };
}

interface Named extends Contents {
  readonly name: string;
}

/** Says which rows have come to what, where those that have released every content do not agree. */
export function disagreement(rows: readonly Named[]): string | undefined {
  const namesByHash = new Map<string, string[]>();
  for (const { name, contentHash } of rows) {
    if (contentHash) namesByHash.set(contentHash, [...(namesByHash.get(contentHash) ?? []), name]);
  }
  if (namesByHash.size < 2) return undefined;
  const parties = [...namesByHash].map(([hash, names]) => `${names.join(', ')}: ${shortened(hash)}`);
  return `the rows disagree about what they have released (${parties.join('; ')})`;
}

export function shortened(hash: string): string {
  return hash.slice(0, 12);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
