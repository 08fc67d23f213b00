import { Declaration } from '@tonggwan/contracts';
import { arbitraryOf } from '@tonggwan/contracts/arbitrary';
import fc from 'fast-check';
import { MalformedMessage } from '../malformed-message';
import { HEADER_FIELDS, type Header } from './header';
import { readWcoXml } from './read-wco-xml';
import { writeWcoXml } from './write-wco-xml';

const declarations = arbitraryOf(Declaration);
const headers: fc.Arbitrary<Header> = fc.record(
  Object.fromEntries(HEADER_FIELDS.map((field) => [field, fc.constantFrom('3.6', 'DEC', 'A & B')])),
  { requiredKeys: [], noNullPrototype: true },
);

/** XML cannot tell a list without members from no list. */
function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmptyLists(inner)]));
}

describe('a declaration written as a WCO message', () => {
  it('is read back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(headers, declarations, (header, declaration) => {
        const read = readWcoXml(Buffer.from(writeWcoXml({ header, declaration })));
        expect(read).toEqual({
          header,
          declaration: withoutEmptyLists(declaration),
          unknownFields: [],
          faults: [],
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is read or refused as malformed, but nothing else, when its bytes are damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    let refused = 0;
    fc.assert(
      fc.property(declarations, damage, (declaration, changes) => {
        const bytes = Buffer.from(writeWcoXml({ header: {}, declaration }));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        try {
          expect(readWcoXml(bytes).declaration).toBeInstanceOf(Object);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage);
          refused += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
