import { declarationNumber } from './declaration-number';

const cite = { source: 'test', illustrative: true };
const parts = { instantYear: 2026, country: 'gb', office: '30', sequence: 42 };

describe('the number of a declaration', () => {
  it('is filled into the form that the pack gives, short parts with zeros', () => {
    const form = { template: '{office:3}-{year}-{sequence:7}', ...cite };
    expect(declarationNumber(form, parts)).toBe('030-26-0000042');
  });

  it('ends with the check digit of ISO 6346, as its own example has it', () => {
    const form = { template: 'CSQU{sequence:6}{check}', ...cite };
    expect(declarationNumber(form, { ...parts, sequence: 305438n })).toBe('CSQU3054383');
  });

  it('has another check digit where one place differs', () => {
    const form = { template: '{year}{country}{sequence:13}{check}', ...cite };
    const numbers = [1, 2, 3].map((sequence) => declarationNumber(form, { ...parts, sequence }));
    expect(new Set(numbers.map((number) => number.at(-1))).size).toBe(3);
    expect(numbers[0]).toMatch(/^26GB0000000000001\d$/);
  });

  it('is refused where the sequence has outgrown the form', () => {
    const form = { template: '{sequence:2}', ...cite };
    expect(() => declarationNumber(form, { ...parts, sequence: 100 })).toThrow(RangeError);
  });
});
