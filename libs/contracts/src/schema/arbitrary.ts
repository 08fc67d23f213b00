import fc, { type Arbitrary } from 'fast-check';
import type { Class } from '../shape/field';
import { type JsonSchema, schemaOf } from './json-schema';

const character = fc.oneof(
  fc.constantFrom(...Array.from('aZ09 <&>"\'\n\r\t]통')),
  fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0xe000, max: 0xfffd }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

const FORMS: Record<string, Arbitrary<string>> = {
  // Without outer white space, which not every form keeps.
  Text: fc.string({ unit: character, maxLength: 12 }).map((value) => value.trim() || 'x'),
  Decimal: fc.stringMatching(/^-?\d{1,12}(\.\d{1,6})?$/),
  Instant: fc
    .date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  Identifier: fc.uuid(),
};

/** Good values of a class of the contracts, for tests of whatever carries them. */
export function arbitraryOf<T extends object>(type: Class<T>): Arbitrary<T> {
  const schema = schemaOf(type);
  return arbitraryFor(schema, schema.$defs ?? {}) as Arbitrary<T>;
}

function arbitraryFor(schema: JsonSchema, definitions: Record<string, JsonSchema>): Arbitrary<unknown> {
  const name = schema.$ref?.replace('#/$defs/', '');
  if (name) return FORMS[name] ?? arbitraryFor(definitions[name] ?? {}, definitions);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'array')
    return fc.array(arbitraryFor(schema.items ?? {}, definitions), {
      minLength: schema.minItems,
      maxLength: 3,
    });
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum });
  if (schema.type === 'boolean') return fc.boolean();
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(
    Object.fromEntries(properties.map(([key, property]) => [key, arbitraryFor(property, definitions)])),
    { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
  );
}
