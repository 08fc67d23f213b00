import { join } from 'node:path';
import { Decimal } from '@tonggwan/kernel';
import { loadPack } from './load-pack';

const PACKS = join(__dirname, '../../../../packs');
const korea = loadPack(join(PACKS, 'kr'));
const kingdom = loadPack(join(PACKS, 'gb'));
const on = '2026-11-23';
const percentOf = (charges: ReturnType<typeof kingdom.charges>) =>
  charges.map(({ tax, rate }) => `${tax.code} ${rate ? rate.percent.toString() : 'unknown'}`);

describe('a pack that is asked for a day', () => {
  it('answers with the rate that holds on it', () => {
    const juice = { tax: 'A00', commodityCode: '2009419220', origin: 'MX', rateClass: '320' };
    expect(kingdom.rate({ ...juice, on: '2026-02-26' })?.percent.toString()).toBe('5.80');
    expect(kingdom.rate({ ...juice, on: '2026-02-27' })?.percent.toString()).toBe('5.20');
    expect(kingdom.rate({ ...juice, on: '2020-12-31' })).toBeUndefined();
  });

  it('knows ten digits by the six that its source has', () => {
    expect(korea.hasCommodity('6907220000', '2020-06-01')).toBe(true);
    expect(korea.hasCommodity('9999990000', '2020-06-01')).toBe(false);
  });

  it("takes the rate class that is claimed and never another one's rate", () => {
    const tiles = { tax: 'CUD', commodityCode: '690722', on: '2020-01-01' };
    expect(korea.rate({ ...tiles, rateClass: 'A' })?.percent.toString()).toBe('8.0');
    expect(korea.rate({ ...tiles, rateClass: 'R' })).toBeUndefined();
  });

  it('gives the exchange rate of the week', () => {
    expect(korea.exchangeRate('USD', '2026-11-14')?.rate).toEqual(Decimal.parse('1372.40'));
    expect(korea.exchangeRate('USD', '2026-11-15')?.rate).toEqual(Decimal.parse('1379.15'));
  });

  it('names the states in the language of the place, and in itself where it has no word', () => {
    expect(korea.stateName('released', 'ko')).toBe('수리');
    expect(korea.stateName('unheard-of', 'ko')).toBe('unheard-of');
    expect(korea.stateNames('released')).toEqual({ ko: '수리', en: 'accepted for release' });
    expect(kingdom.stateNames('released')).toEqual({ en: 'released' });
  });
});

describe('the kind of a declaration', () => {
  it('follows the type code, and the procedures where the law has it so', () => {
    expect(kingdom.kindOf('IMZ', on)?.dataSet).toBe('H1');
    expect(kingdom.kindOf('IMZ', on, ['4071', '000'])?.dataSet).toBe('H1');
    expect(kingdom.kindOf('IMZ', on, ['4071', '1RD', '1SP'])?.dataSet).toBe('H8');
    expect(kingdom.kindOf('IMA', on, ['5300', 'D12'])?.dataSet).toBe('H3');
    expect(kingdom.kindOf('XXX', on)).toBeUndefined();
  });
});

describe('the charges on goods', () => {
  const goods = { commodityCode: '9003190040', origin: 'US', rateClass: '100', on };

  it('are duty and VAT in their order', () => {
    expect(percentOf(kingdom.charges({ ...goods, commodityCode: '8510900000' }))).toEqual([
      'A00 2.00',
      'B00 20.00',
    ]);
  });

  it("are the Union's duties in place of the kingdom's where the goods are at risk", () => {
    const charges = kingdom.charges({ ...goods, additionalCodes: ['NIIMP'] });
    expect(percentOf(charges)).toEqual(['A50 2.20', 'A70 0.1640', 'B00 20.00', 'B05 20.00']);
  });

  it('include the duty that cannot be worked out, without a rate', () => {
    expect(percentOf(kingdom.charges(goods))).toEqual(['A00 unknown', 'B00 20.00']);
    const atRisk = { ...goods, commodityCode: '8510900000', additionalCodes: ['NIIMP'] };
    expect(percentOf(kingdom.charges(atRisk))[0]).toBe('A50 unknown');
    const wine = { ...goods, commodityCode: '8510900000', additionalCodes: ['X413'] };
    expect(percentOf(kingdom.charges(wine))[0]).toBe('EXC unknown');
  });

  it('are at no rate of VAT where the additional code says so', () => {
    const books = { ...goods, commodityCode: '8510900000', additionalCodes: ['VATZ'] };
    expect(percentOf(kingdom.charges(books))).toEqual(['A00 2.00', 'B00 0.00']);
  });
});
