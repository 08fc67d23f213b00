import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { asyncApiDocument } from './asyncapi';
import { EVENTS } from './catalogue';

interface Document {
  readonly asyncapi: string;
  readonly channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
  readonly operations: Record<
    string,
    { action: string; channel: { $ref: string }; messages: { $ref: string }[] }
  >;
  readonly components: {
    messages: Record<string, { payload: { $ref: string } }>;
    schemas: Record<string, object>;
  };
}

const document = asyncApiDocument() as Document;

/** What a reference of the document points at, if anything. */
const at = (ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

function referencesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : referencesIn(inner),
  );
}

describe('the AsyncAPI document', () => {
  it('has a topic for each service that publishes, and each event in the topic of its owner', () => {
    expect(document.asyncapi).toBe('3.0.0');
    for (const { type, source } of EVENTS) {
      expect(document.channels[source]?.address).toBe(`${source}.1`);
      expect(document.channels[source]?.messages[type]).toEqual({ $ref: `#/components/messages/${type}` });
    }
  });

  it('points at nothing that is not there', () => {
    const references = [...new Set(referencesIn(document))];
    expect(references.length).toBeGreaterThan(EVENTS.length * 2);
    expect(references.filter((reference) => at(reference) === undefined)).toEqual([]);
  });

  it('has each service send what its channel holds', () => {
    for (const { action, channel, messages } of Object.values(document.operations)) {
      expect(action).toBe('send');
      const held = Object.keys((at(channel.$ref) as Document['channels'][string]).messages);
      expect(messages.map(({ $ref }) => $ref)).toEqual(
        held.map((type) => `${channel.$ref}/messages/${type}`),
      );
    }
  });

  it.each(EVENTS.map((event) => event.type))(
    'describes the payload of %s as its golden sample is',
    (type) => {
      const sample: unknown = JSON.parse(
        readFileSync(join(__dirname, `../../samples/${type}.1.json`), 'utf8'),
      );
      const check = new Ajv()
        .addVocabulary(['components'])
        .addSchema({ $id: 'tonggwan', components: document.components });
      const payload = `tonggwan#/components/schemas/${type}`;
      expect(check.validate(payload, sample)).toBe(true);
      expect(check.validate(payload, { ...(sample as object), version: 'first' })).toBe(false);
    },
  );
});
