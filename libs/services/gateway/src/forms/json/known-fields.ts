import { type Class, type Field, fieldsOf } from '@tonggwan/contracts';

const known = new Map<Class, ReadonlyMap<string, Field>>();

function fieldsByName(type: Class): ReadonlyMap<string, Field> {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map(fieldsOf(type).map((field) => [field.name, field]));
  known.set(type, fields);
  return fields;
}

/**
 * A copy of a parsed value with nothing but the fields that its class has. The JSON Pointers of the others,
 * `__proto__` among them, are added to `unknown`. What is no object stays as it is, for the shape to be
 * judged.
 */
export function knownFields(value: unknown, type: Class, pointer: string, unknown: string[]): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = fieldsByName(type);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[name];
    const field = fields.get(name);
    if (!field) unknown.push(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    else if (!field.type) copy[name] = inner;
    else copy[name] = knownChildren(inner, field.type(), `${pointer}/${name}`, unknown);
  }
  return copy;
}

function knownChildren(value: unknown, type: Class, pointer: string, unknown: string[]): unknown {
  return Array.isArray(value)
    ? value.map((one, index) => knownFields(one, type, `${pointer}/${index}`, unknown))
    : knownFields(value, type, pointer, unknown);
}
