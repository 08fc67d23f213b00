import { Decimal } from '@tonggwan/kernel';
import type { CountryPack, Day, Obligation } from '@tonggwan/country-pack';
import { textOf } from './places';

/** Where below a place what stands there breaks the obligation, mostly at the place itself; undefined where it is met. */
export type Check = (value: unknown, pack: CountryPack, on: Day) => string | undefined;

const HERE = '';

/** A field that is not there is for `mandatory` to complain of; all other checks let it pass. */
export function checkOf({ check, parameter }: Obligation): Check {
  switch (check) {
    case 'mandatory':
      return (value) => (isThere(value) ? undefined : HERE);
    case 'forbidden':
      return (value) => (isThere(value) ? HERE : undefined);
    case 'code-list':
      return onText((text, pack, on) => pack.hasCode(parameter, text, on));
    case 'pattern':
      return matches(new RegExp(parameter, 'u'));
    case 'positive':
      return onText((text) => Decimal.isDecimal(text) && Decimal.parse(text).isPositive());
    case 'occurrences-max':
      return atMost(Number(parameter));
  }
}

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';

const matches = (pattern: RegExp): Check => onText((text) => pattern.test(text));

function onText(holds: (text: string, pack: CountryPack, on: Day) => boolean): Check {
  return (value, pack, on) => {
    const text = textOf(value);
    return text === undefined || holds(text, pack, on) ? undefined : HERE;
  };
}

/** Points at the first that is too many. */
function atMost(most: number): Check {
  return (value) => (Array.isArray(value) && value.length > most ? `/${most}` : undefined);
}
