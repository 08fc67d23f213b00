import { Decimal } from '@tonggwan/kernel';

/** A sum of a customs value, taxes and numbers, each taken a number of times. */
export interface Formula {
  readonly text: string;
  readonly terms: readonly { readonly times: Decimal; readonly name?: string }[];
}

export interface FormulaAmounts {
  readonly value: Decimal;
  /** The taxes worked out so far, by code. A tax that was not charged counts as nothing. */
  readonly taxes: ReadonlyMap<string, Decimal>;
}

const TOKEN = /\s*(?:([0-9]+(?:\.[0-9]+)?)(?![A-Za-z0-9])|([A-Za-z0-9]+)|([-+*]))/y;

type Token = { number: Decimal } | { name: string } | { sign: string };

/**
 * Reads a tax base such as `value + A00` or `value + 0.3 * ICT`. A word is `value` or the code of a tax, and
 * a code must have a letter, or it is a number.
 * @throws RangeError with the place where the formula ends to make sense
 */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  const terms: { times: Decimal; name?: string }[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { sign, next } = signAt(text, tokens, at);
    const { term, end } = termAt(text, tokens, next);
    terms.push({ ...term, times: term.times.times(sign) });
    at = end;
  }
  if (!terms.length) throw new RangeError('is empty');
  return { text, terms };
}

export function evaluate(formula: Formula, { value, taxes }: FormulaAmounts): Decimal {
  const amountOf = (name: string) => (name === 'value' ? value : (taxes.get(name) ?? Decimal.zero));
  return Decimal.sum(formula.terms.map(({ times, name }) => (name ? times.times(amountOf(name)) : times)));
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim()) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new RangeError(`cannot be read from '${text.slice(start).trim()}' on`);
    const [, number, name, sign] = match;
    tokens.push(number ? { number: Decimal.parse(number) } : name ? { name } : { sign: sign! });
  }
  return tokens;
}

function signAt(text: string, tokens: Token[], at: number): { sign: Decimal; next: number } {
  const token = tokens[at]!;
  if ('sign' in token && token.sign !== '*') {
    return { sign: Decimal.of(token.sign === '-' ? -1 : 1), next: at + 1 };
  }
  if (at > 0) throw new RangeError(`'${text}' lacks a + or - between two terms`);
  return { sign: Decimal.of(1), next: at };
}

/** A number, a name, or the two with `*` between them in either order. */
function termAt(text: string, tokens: Token[], at: number) {
  const first = tokens[at];
  if (!first || 'sign' in first) throw new RangeError(`'${text}' lacks a number or name`);
  const times = tokens[at + 1];
  if (!times || !('sign' in times) || times.sign !== '*') return { term: termOf([first]), end: at + 1 };
  const second = tokens[at + 2];
  const fits = second && 'name' in first !== 'name' in second && !('sign' in second);
  if (!fits) throw new RangeError(`'${text}' multiplies something else than a number and a name`);
  return { term: termOf([first, second]), end: at + 3 };
}

function termOf(factors: Token[]): { times: Decimal; name?: string } {
  const name = factors.flatMap((factor) => ('name' in factor ? [factor.name] : []))[0];
  const times = factors.flatMap((factor) => ('number' in factor ? [factor.number] : []))[0];
  return { times: times ?? Decimal.of(1), name };
}
