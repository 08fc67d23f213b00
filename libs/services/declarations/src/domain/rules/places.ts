/** A path into a declaration: names of fields, and `[]` for each element of a list. */
export type Path = readonly string[];

/** @param elements which element of each list on the way, for {@link pointerTo} */
type See = (value: unknown, elements: readonly number[]) => void;

const NONE: readonly number[] = [];

/** @param field as obligations write it: `/goodsShipment/governmentAgencyGoodsItem/[]/commodity` */
export function pathOf(field: string): Path {
  return field.split('/').slice(1);
}

/**
 * Shows every place that a path leads to, be there something or not; a list that is missing has no elements
 * to show.
 */
export function visit(owner: unknown, path: Path, see: See, step = 0, elements = NONE): void {
  const name = path[step];
  if (name === undefined) return see(owner, elements);
  if (name === '[]') {
    if (!Array.isArray(owner)) return;
    owner.forEach((element, index) => visit(element, path, see, step + 1, [...elements, index]));
    return;
  }
  const last = step === path.length - 1;
  const value = isObject(owner) ? owner[name] : undefined;
  if (value === undefined && !last && path.includes('[]', step)) return;
  visit(value, path, see, step + 1, elements);
}

/** The JSON Pointer of a place. Most places are in order, and nobody asks for theirs. */
export function pointerTo(path: Path, elements: readonly number[]): string {
  let lists = 0;
  return path.map((name) => `/${name === '[]' ? elements[lists++]! : name}`).join('');
}

/** The text of a simple field, or of the value that an amount, measure or quantity carries. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.value === 'string' ? value.value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
