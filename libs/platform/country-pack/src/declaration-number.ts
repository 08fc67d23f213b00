import type { DeclarationNumberForm } from './model';

export interface DeclarationNumberParts {
  /** The calendar year in the pack's zone. */
  readonly instantYear: number;
  readonly country: string;
  readonly office: string;
  /** Counted by whoever gives the numbers out; it must fit the form's width. */
  readonly sequence: bigint | number;
}

const PLACEHOLDER = /\{(year|country|office|sequence)(?::(\d{1,2}))?\}/g;
const CHECK = '{check}';

/**
 * The number of a declaration in the pack's form. `{year}` has two digits; `{office:3}` and `{sequence:7}`
 * are filled with zeros; `{check}` is the check digit of everything before it.
 * @throws RangeError when a part has more places than the form gives it
 */
export function declarationNumber(form: DeclarationNumberForm, parts: DeclarationNumberParts): string {
  const values: Record<string, string> = {
    year: String(parts.instantYear % 100).padStart(2, '0'),
    country: parts.country.toUpperCase(),
    office: parts.office,
    sequence: parts.sequence.toString(),
  };
  const filled = form.template.replace(PLACEHOLDER, (_, name: string, width?: string) =>
    fill(name, values[name]!, Number(width ?? 0)),
  );
  const [before = '', ...after] = filled.split(CHECK);
  return after.length ? before + checkDigit(before) + after.join('') : filled;
}

/** What a template has in braces beside the placeholders, or nothing where it is in order. */
export function unknownPlaceholder(template: string): string | undefined {
  return /[{}][^{}]*[{}]?/.exec(template.replace(PLACEHOLDER, '').replace(CHECK, ''))?.[0];
}

function fill(name: string, value: string, width: number): string {
  if (width && value.length > width) throw new RangeError(`${name} ${value} has more than ${width} places`);
  return value.padStart(width, '0');
}

/**
 * The check digit of ISO 6346, which customs numbers of the Union's kind use too: letters count 10 to 38
 * without the multiples of 11, each place twice the one before, modulo 11, and 10 is written 0.
 */
function checkDigit(text: string): string {
  let [sum, weight] = [0, 1];
  for (const character of text.toUpperCase()) {
    if (!/[0-9A-Z]/.test(character)) continue;
    sum = (sum + worth(character) * weight) % 11;
    weight = (weight * 2) % 11;
  }
  return String(sum % 10);
}

function worth(character: string): number {
  const rank = parseInt(character, 36);
  return rank < 10 ? rank : rank + Math.floor((rank - 1) / 10);
}
