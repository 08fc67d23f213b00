import { type Class, Declaration, fieldsOf } from '@tonggwan/contracts';

type Place = readonly number[];

/**
 * Errors in the order in which a reader of the declaration comes to them: as the WCO's schema orders its
 * fields.
 */
export function inDocumentOrder<E extends { readonly pointer: string }>(errors: readonly E[]): E[] {
  return errors
    .map((error) => ({ error, place: placeOf(error.pointer) }))
    .sort((one, other) => compare(one.place, other.place))
    .map(({ error }) => error);
}

/** A pointer as numbers: positions of fields in their class, and of elements in their list. */
function placeOf(pointer: string): Place {
  let type: Class | undefined = Declaration;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      if (/^\d+$/.test(step)) return Number(step);
      const fields: ReturnType<typeof fieldsOf> = type ? fieldsOf(type) : [];
      const index = fields.findIndex(({ name }) => name === step);
      type = fields[index]?.type?.();
      return index;
    });
}

function compare(one: Place, other: Place): number {
  const differing = one.findIndex((step, index) => step !== other[index]);
  if (differing < 0) return one.length - other.length;
  return one[differing]! - (other[differing] ?? -1);
}
