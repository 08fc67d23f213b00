import type { CountryPack, Tax, TariffRate } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { CountryTaxLaw } from '../country-tax-law';
import type { AssessableDeclaration, DeclaredItem } from './assessable-declaration';
import type { TaxLaw } from './tax-law';

const PUBLISHED = { from: '2020-01-01', source: 'published example', illustrative: true };
const TO_THE_PENNY: Tax['rounding'] = { digits: 2, rounding: 'truncate', unit: 'item' };

const duty: Tax = {
  ...PUBLISHED,
  ...{ code: 'A00', name: 'duty', kind: 'duty', base: 'value', rate: 'tariff', rule: 'third country' },
  rounding: TO_THE_PENNY,
};
const vat: Tax = {
  ...PUBLISHED,
  ...{ code: 'B00', name: 'VAT', kind: 'tax', base: 'value + A00', rate: Decimal.of(20), rule: 'standard' },
  rounding: TO_THE_PENNY,
};

/** A law of duty and VAT in pounds; goods of 8471300000 pay the given duty, goods of chapter 99 have no rate. */
export function twoTaxes(dutyPercent = '2.70', rounding: Tax['rounding'] = TO_THE_PENNY): TaxLaw {
  const rateOf = (percent: Decimal): TariffRate => ({
    ...{ ...PUBLISHED, percent, rule: 'third country', ambiguous: false },
  });
  const pack: Partial<CountryPack> = {
    version: 'example-1',
    timeZone: 'Europe/London',
    currency: { code: 'GBP', digits: 2 },
    law: {
      customsValueRounding: { digits: 2, rounding: 'truncate' },
      smallestCollected: [{ ...PUBLISHED, amount: Decimal.of(9) }],
    } as unknown as CountryPack['law'],
    kindOf: (typeCode) => (typeCode === 'EXA' ? ({ taxed: false } as never) : undefined),
    exchangeRate: (currency) =>
      currency === 'USD' ? { ...PUBLISHED, rate: Decimal.parse('0.79051') } : undefined,
    paymentMethod: (code) => ({ ...PUBLISHED, code, reason: '', how: HOW[code] ?? 'notice' }),
    taxes: () => [duty, vat].map((tax) => ({ ...tax, rounding })),
    charges: ({ commodityCode }) => [
      {
        tax: { ...duty, rounding },
        rate: commodityCode.startsWith('99') ? undefined : rateOf(Decimal.parse(dutyPercent)),
      },
      { tax: { ...vat, rounding }, rate: rateOf(Decimal.of(20)) },
    ],
  };
  return new CountryTaxLaw(pack as CountryPack);
}

const HOW: Record<string, 'deferment' | 'guarantee' | 'nil'> = { E: 'deferment', R: 'guarantee', N: 'nil' };

export function goods(change: Partial<DeclaredItem> = {}): DeclaredItem {
  return {
    sequence: 1,
    commodityCode: '8471300000',
    origin: 'CN',
    rateClass: '100',
    additionalCodes: [],
    price: { value: '10000.00', currency: 'GBP', basis: 'invoice' },
    charges: [],
    ...change,
  };
}

export function priced(...values: string[]): DeclaredItem[] {
  return values.map((value, index) =>
    goods({ sequence: index + 1, price: { value, currency: 'GBP', basis: 'invoice' } }),
  );
}

export function declarationOf(
  items: readonly DeclaredItem[],
  change: Partial<AssessableDeclaration> = {},
): AssessableDeclaration {
  return {
    declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90',
    version: 1,
    party: 'GB123456789000',
    typeCode: 'IMA',
    procedures: ['4000', '000'],
    office: 'GBFXT001',
    taxPointAt: '2026-03-02T08:14:02.904Z',
    charges: [],
    items,
    payment: { methods: ['E'], defermentAccount: '1234567', debtor: 'GB123456789000' },
    ...change,
  };
}
