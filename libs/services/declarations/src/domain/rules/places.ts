/** A path into a declaration: names of fields, and `[]` for each element of a list. */
export type Path = readonly string[];

type See = (value: unknown, pointer: string) => void;

/** @param field as obligations write it: `/goodsShipment/governmentAgencyGoodsItem/[]/commodity` */
export function pathOf(field: string): Path {
  return field.split('/').slice(1);
}

/**
 * Shows every place that a path leads to, be there something or not; a list that is missing has no elements
 * to show.
 */
export function visit(owner: unknown, path: Path, see: See, pointer = '', step = 0): void {
  const name = path[step];
  if (name === undefined) return see(owner, pointer);
  if (name === '[]') {
    if (!Array.isArray(owner)) return;
    owner.forEach((element, index) => visit(element, path, see, `${pointer}/${index}`, step + 1));
    return;
  }
  const last = step === path.length - 1;
  const value = isObject(owner) ? owner[name] : undefined;
  if (value === undefined && !last && path.includes('[]', step)) return;
  visit(value, path, see, `${pointer}/${name}`, step + 1);
}

/** The text of a simple field, or of the value that an amount, measure or quantity carries. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.value === 'string' ? value.value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
