import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENTS } from '../events/catalogue';
import { incompatibilities } from './compatibility';
import { type JsonSchema, schemaOf } from './json-schema';

const released: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['control', 'hold'] },
    count: { type: 'integer', minimum: 1 },
    note: { $ref: '#/$defs/Text' },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
  },
  $defs: {
    Text: { type: 'string', pattern: '^.+$' },
    Line: { type: 'object', properties: { tax: { $ref: '#/$defs/Text' } } },
  },
};

const withProperties = (properties: Record<string, JsonSchema>): JsonSchema => ({
  ...released,
  properties: { ...released.properties, ...properties },
});
const withDefinitions = ($defs: Record<string, JsonSchema>): JsonSchema => ({
  ...released,
  $defs: { ...released.$defs, ...$defs },
});
const withoutNote = Object.fromEntries(
  Object.entries(released.properties ?? {}).filter(([name]) => name !== 'note'),
);

describe('a change to a released schema', () => {
  it.each<[string, JsonSchema]>([
    ['nothing at all', released],
    ['a new property that may be left out', withProperties({ added: { type: 'string' } })],
    [
      'a further value of an enumeration',
      withProperties({ kind: { type: 'string', enum: ['hold', 'control', 'audit'] } }),
    ],
    ['a lower minimum', withProperties({ count: { type: 'integer', minimum: 0 } })],
    ['a property that need not be there any more', { ...released, required: [] }],
  ])('is compatible: %s', (_what, current) => {
    expect(incompatibilities(released, current)).toEqual([]);
  });

  it.each<[string, JsonSchema]>([
    ['/note was removed', { ...released, properties: withoutNote }],
    ['/ now requires count', { ...released, required: ['kind', 'count'] }],
    ['/kind no longer allows hold', withProperties({ kind: { type: 'string', enum: ['control'] } })],
    ['/count changed its type from integer to string', withProperties({ count: { type: 'string' } })],
    ['/count raised its minimum', withProperties({ count: { type: 'integer', minimum: 2 } })],
    [
      '/lines raised its least number of items',
      withProperties({ lines: { ...released.properties?.lines, minItems: 1 } }),
    ],
    ['/lines/*/tax was removed', withDefinitions({ Line: { type: 'object', properties: {} } })],
    [
      '/lines/*/tax now allows listed values only',
      withDefinitions({ Line: { type: 'object', properties: { tax: { type: 'string', enum: ['A00'] } } } }),
    ],
  ])('is caught: %s', (reason, current) => {
    expect(incompatibilities(released, current)).toEqual([reason]);
  });

  it('is caught wherever a narrowed definition is used', () => {
    const current = withDefinitions({ Text: { type: 'string', pattern: '^[A-Z]+$' } });
    expect(incompatibilities(released, current)).toEqual([
      '/note changed its pattern',
      '/lines/*/tax changed its pattern',
    ]);
  });
});

describe('the released schemas', () => {
  const fileOf = (type: string) => join(__dirname, '../../schemas', `${type}.1.json`);
  const released = (type: string) => JSON.parse(readFileSync(fileOf(type), 'utf8')) as JsonSchema;

  it.each(EVENTS.map((event) => [event.type, event] as const))(
    '%s has not changed incompatibly',
    (type, event) => {
      expect(existsSync(fileOf(type))).toBe(true);
      expect(incompatibilities(released(type), schemaOf(event))).toEqual([]);
    },
  );

  it.each(EVENTS.map((event) => [event.type, event] as const))(
    '%s is released as it is (else: npm run release-schemas)',
    (type, event) => {
      expect(released(type)).toEqual(schemaOf(event));
    },
  );
});
