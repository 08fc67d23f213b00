import { Decimal } from '@tonggwan/kernel';
import type { ScreenedItem } from './screened-declaration';
import { isBelowUsualPrice } from './usual-price';
import { watches, watching } from './watched-goods.fixture';

const isCheap = (change: Partial<ScreenedItem>) =>
  isBelowUsualPrice(watches(change), Decimal.of(30), watching(), '2026-11-23');

describe('goods whose usual price is 200 a kilogram, looked at below 30 per cent of it', () => {
  it.each([
    ['5999', true],
    ['5999.99', true],
    ['6000', false],
    ['20000', false],
    ['0', true],
  ])('100 kilograms for %s: %p', (value, expected) => expect(isCheap({ value: { value } })).toBe(expected));

  it('are exchanged first', () => {
    expect(isCheap({ value: { value: '4', currencyID: 'USD' } })).toBe(true);
    expect(isCheap({ value: { value: '5', currencyID: 'USD' } })).toBe(false);
  });

  it.each([
    ['no price', { value: undefined }],
    ['no mass', { mass: undefined }],
    ['a mass of nothing', { mass: '0' }],
    ['a negative mass', { mass: '-1' }],
    ['no usual price', { commodityCode: '0301' }],
    ['no commodity code', { commodityCode: undefined }],
    ['no exchange rate', { value: { value: '1', currencyID: 'XTS' } }],
    ['a price that is no number of ours', { value: { value: `0.${'1'.repeat(70)}` } }],
  ])('are not judged with %s', (_, change) => {
    expect(isCheap({ value: { value: '1' }, ...change })).toBe(false);
  });
});
