import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc, { type Arbitrary } from 'fast-check';
import { Declaration } from '../declaration';
import { EVENTS } from '../events/catalogue';
import type { Class } from '../shape/field';
import { arbitraryOf } from './arbitrary';
import { validatorOf } from './validator';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
interface Place {
  readonly holder: Json[] | { [name: string]: Json };
  readonly key: string;
}

const CHECKED: readonly Class[] = [Declaration, ...EVENTS];
const oddValues: Json[] = [
  null,
  true,
  0,
  1.5,
  -1,
  '',
  ' ',
  'x',
  '1e5',
  '12.',
  '\u0000',
  '\ud800',
  [],
  {},
  [[]],
  [{}],
];

const soundForClassValidator = (type: Class, value: object) =>
  validateSync(plainToInstance(type, value)).length === 0;
const soundForAjv = (type: Class, value: object) => validatorOf(type)(value).length === 0;

function placesOf(value: Json): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value;
  return Object.entries(holder).flatMap(([key, inner]) => [{ holder, key }, ...placesOf(inner)]);
}

/** Good values with one place taken away or filled with something odd. */
function spoiled(type: Class): Arbitrary<object> {
  return fc
    .tuple(arbitraryOf(type), fc.nat(), fc.constantFrom(undefined, ...oddValues))
    .map(([good, at, odd]) => {
      const value = structuredClone(good) as { [name: string]: Json };
      const places = placesOf(value);
      const { holder, key } = places[at % places.length] as Place;
      if (odd !== undefined) Reflect.set(holder, key, odd);
      else if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      return value;
    });
}

describe('class-validator and the compiled JSON Schema', () => {
  it.each(CHECKED.map((type) => [type.name, type] as const))('both take good values of %s', (_name, type) => {
    fc.assert(
      fc.property(arbitraryOf(type), (good) => {
        expect([soundForClassValidator(type, good), soundForAjv(type, good)]).toEqual([true, true]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(CHECKED.map((type) => [type.name, type] as const))(
    'agree on spoiled values of %s',
    (_name, type) => {
      let refused = 0;
      fc.assert(
        fc.property(spoiled(type), (value) => {
          const sound = soundForAjv(type, value);
          if (!sound) refused += 1;
          expect(soundForClassValidator(type, value)).toBe(sound);
        }),
        { numRuns: 60 },
      );
      expect(refused).toBeGreaterThan(10);
    },
  );
});
