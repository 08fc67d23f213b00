import { Decimal } from '@tonggwan/kernel';
import { evaluate, parseFormula } from './formula';

const amounts = {
  value: Decimal.parse('10000.00'),
  taxes: new Map([
    ['A00', Decimal.parse('270.00')],
    ['5AB', Decimal.parse('10')],
  ]),
};
const worth = (text: string) => evaluate(parseFormula(text), amounts).toString();

describe('the base of a tax', () => {
  it('is the customs value and the taxes before it, as the United Kingdom publishes for VAT', () => {
    expect(worth('value + A00')).toBe('10270.00');
  });

  it.each([
    ['value', '10000.00'],
    ['value - A00', '9730.00'],
    ['-A00 + value', '9730.00'],
    ['0.3 * A00', '81.000'],
    ['value+A00 * 0.5 - 1', '10134.000'],
    ['A00 + 5AB', '280.00'],
  ])('%s is worked out exactly', (formula, expected) => expect(worth(formula)).toBe(expected));

  it('counts a tax that was not charged as nothing', () => {
    expect(worth('value + A00 + A30')).toBe('10270.00');
  });

  it.each(['', 'value +', 'value A00', '* A00', 'value * A00', '2 * 3', 'value + (A00)', 'value + A00 *'])(
    'refuses %p',
    (formula) => expect(() => parseFormula(formula)).toThrow(RangeError),
  );
});
