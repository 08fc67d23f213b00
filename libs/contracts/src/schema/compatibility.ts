import type { Definitions, JsonSchema } from './json-schema';

/** Two schemas of one thing, each with the definitions that its references point to. */
interface Pair {
  readonly released: JsonSchema;
  readonly current: JsonSchema;
}

/**
 * Why data that was sound under the released schema may not be so under the current one, or may be read
 * less well: a line for each reason, beginning with the path. Nothing means that the change is compatible.
 */
export function incompatibilities(released: JsonSchema, current: JsonSchema): string[] {
  return compare('', { released, current }, { released: released.$defs ?? {}, current: current.$defs ?? {} });
}

type Known = Record<keyof Pair, Definitions>;

function compare(path: string, pair: Pair, known: Known): string[] {
  const released = resolved(pair.released, known.released);
  const current = resolved(pair.current, known.current);
  const properties = Object.entries(released.properties ?? {});
  return [
    ...narrowings({ released, current }).map((reason) => `${path || '/'} ${reason}`),
    ...properties.flatMap(([name, schema]) => {
      const now = current.properties?.[name];
      return now
        ? compare(`${path}/${name}`, { released: schema, current: now }, known)
        : [`${path}/${name} was removed`];
    }),
    ...(released.items && current.items
      ? compare(`${path}/*`, { released: released.items, current: current.items }, known)
      : []),
  ];
}

/** References of the contracts are one step long: `#/$defs/Name`. */
function resolved(schema: JsonSchema, definitions: Definitions): JsonSchema {
  return schema.$ref ? (definitions[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema;
}

function narrowings({ released, current }: Pair): string[] {
  const wasRequired = new Set(released.required);
  const lost = (released.enum ?? []).filter((value) => current.enum && !current.enum.includes(value));
  return [
    ...(current.required ?? [])
      .filter((name) => !wasRequired.has(name))
      .map((name) => `now requires ${name}`),
    ...lost.map((value) => `no longer allows ${value}`),
    ...(current.enum && !released.enum ? ['now allows listed values only'] : []),
    ...(current.type !== released.type ? [`changed its type from ${released.type} to ${current.type}`] : []),
    ...(current.pattern && current.pattern !== released.pattern ? ['changed its pattern'] : []),
    ...((current.minimum ?? -Infinity) > (released.minimum ?? -Infinity) ? ['raised its minimum'] : []),
    ...((current.minItems ?? 0) > (released.minItems ?? 0) ? ['raised its least number of items'] : []),
  ];
}
