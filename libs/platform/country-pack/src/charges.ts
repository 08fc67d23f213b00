import type { Charge, CodeCondition, Tax, TariffRate } from './model';

/** Which of the taxes the goods owe, in order, and at which rate. */
export function chargesOf(
  taxes: readonly Tax[],
  rateOf: (tax: string) => TariffRate | undefined,
  additionalCodes: readonly string[],
): readonly Charge[] {
  const asked = new Map<string, Charge>();
  for (const tax of taxes) {
    if (tax.unless !== undefined && asked.has(tax.unless)) continue;
    if (tax.onlyWith !== undefined && !asked.has(tax.onlyWith)) continue;
    const rate = tax.rate === 'tariff' ? rateOf(tax.code) : fixedRate(tax, tax.rate);
    if (rate || !tax.optional || meets(tax.requiredWith, additionalCodes)) asked.set(tax.code, { tax, rate });
  }
  return [...asked.values()];
}

function fixedRate(tax: Tax, percent: TariffRate['percent']): TariffRate {
  const { from, to, source, illustrative, rule } = tax;
  return { percent, rule, ambiguous: false, from, to, source, illustrative };
}

function meets(condition: CodeCondition | undefined, codes: readonly string[]): boolean {
  if (!condition) return false;
  const declared = (patterns: readonly string[]) =>
    codes.some((code) => patterns.some((one) => fits(code, one)));
  return declared(condition.anyOf) && !declared(condition.noneOf);
}

function fits(code: string, pattern: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
