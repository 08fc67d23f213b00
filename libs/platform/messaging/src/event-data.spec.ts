import fc from 'fast-check';
import type { StoredEvent } from './event';
import { asRead, dataOf, keepData } from './event-data';

const EVENT: StoredEvent = {
  source: 'declarations',
  epoch: 1,
  bucket: 0,
  position: 1,
  key: 'KR-1',
  type: 'Declared',
  data: '{"number":1}',
  headers: {},
  at: '2026-01-31T00:00:00.000Z',
};

const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, new Date(0), () => 1),
);
const said = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__' && name !== 'toJSON'),
      tie('value'),
    ),
  ),
})).value;

describe('what listeners in the same process read', () => {
  it('is what they would read from the text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), said), (value) => {
        const throughText: unknown = JSON.parse(JSON.stringify(value));
        // Of zeros with a sign the text keeps none, and nobody can tell.
        expect(JSON.stringify(asRead(value))).toBe(JSON.stringify(throughText));
        expect(Object.keys(asRead(value) as object)).toEqual(Object.keys(throughText as object));
      }),
    );
  });

  it('is the same object where the text would lose nothing', () => {
    const data = { number: 1, lines: [{ amount: '1.00' }, null] };
    expect(asRead(data)).toBe(data);
  });

  it('lacks the fields that are undefined, at any depth', () => {
    expect(Object.keys(asRead({ number: 1, lrn: undefined }) as object)).toEqual(['number']);
    expect(asRead({ lines: [{ lrn: undefined, at: 1 }] })).toStrictEqual({ lines: [{ at: 1 }] });
  });

  it('is what was said here, else what the text says', () => {
    const here = { ...EVENT };
    keepData(here, { number: 2 });
    expect(dataOf(here)).toEqual({ number: 2 });
    expect(dataOf(EVENT)).toEqual({ number: 1 });
  });
});
