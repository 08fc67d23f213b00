import { Problem } from './problem';

const PAGE_MAX = 100;

/** How many rows a page of a list has. @throws Problem when the parameter is not a whole number up to 100 */
export function pageLimit(text: string | undefined): number {
  const limit = Number(text ?? PAGE_MAX);
  if (Number.isInteger(limit) && limit >= 1 && limit <= PAGE_MAX) return limit;
  throw new Problem(400, 'limit-unknown', `\`limit\` is a whole number from 1 to ${PAGE_MAX}.`);
}

type Place = readonly (string | number)[];

/** An opaque name for the place in a list after which the next page begins: the sort key of the last row. */
export function cursorAfter(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The sort key that a cursor stands for; undefined at the beginning of a list.
 * @param like a sort key of the same list: a cursor of another list does not pass
 * @throws Problem when the cursor is none of this list's
 */
export function placeOf<Key extends Place>(cursor: string | undefined, like: Key): Key | undefined {
  if (cursor === undefined) return undefined;
  const place = parsed(cursor);
  if (Array.isArray(place) && place.length === like.length) {
    const fits = place.every((part, at) => typeof part === typeof like[at] && isSound(part));
    if (fits) return place as unknown as Key;
  }
  throw new Problem(400, 'cursor-unknown', '`cursor` is not one that this list has given.');
}

/** What the database can compare with: it has no fractions and no NUL in its keys. */
function isSound(part: unknown): boolean {
  return typeof part === 'number' ? Number.isSafeInteger(part) : !String(part).includes('\0');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
