/** A path into a declaration: names of fields, and `[]` for each element of a list. */
export type Path = readonly string[];

/** @param elements which element of each list on the way, for {@link pointerTo}; it changes with the next place */
type See = (value: unknown, elements: readonly number[]) => void;

/** @param field as obligations write it: `/goodsShipment/governmentAgencyGoodsItem/[]/commodity` */
export function pathOf(field: string): Path {
  return field.split('/').slice(1);
}

/**
 * Shows every place that a path leads to, be there something or not; a list that is missing has no elements
 * to show.
 */
export function visit(owner: unknown, path: Path, see: See): void {
  walk(owner, path, 0, [], see);
}

/** The JSON Pointer of a place. Most places are in order, and nobody asks for theirs. */
export function pointerTo(path: Path, elements: readonly number[]): string {
  let lists = 0;
  return path.map((name) => `/${name === '[]' ? elements[lists++]! : name}`).join('');
}

function walk(owner: unknown, path: Path, step: number, elements: number[], see: See): void {
  const name = path[step];
  if (name === undefined) return see(owner, elements);
  if (name === '[]') return walkList(owner, path, step + 1, elements, see);
  const last = step === path.length - 1;
  const value = isObject(owner) ? owner[name] : undefined;
  if (value === undefined && !last && path.includes('[]', step)) return;
  walk(value, path, step + 1, elements, see);
}

function walkList(list: unknown, path: Path, step: number, elements: number[], see: See): void {
  if (!Array.isArray(list)) return;
  for (const [index, element] of list.entries()) {
    elements.push(index);
    walk(element, path, step, elements, see);
    elements.pop();
  }
}

/** The text of a simple field, or of the value that an amount, measure or quantity carries. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.value === 'string' ? value.value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
