import { found, withItems } from './examined';
import { massesPositive, netNotAboveGross, totalsNotNegative, valuesPositive } from './masses-and-values';

const ITEM = '/goodsShipment/governmentAgencyGoodsItem/0';
const weighing = (net?: string, gross?: string, unitCode?: string) =>
  withItems({
    commodity: {
      goodsMeasure: {
        netNetWeightMeasure: net === undefined ? undefined : { value: net },
        grossMassMeasure: gross === undefined ? undefined : { value: gross, unitCode },
      },
    },
  });
const priced = (value: string) =>
  withItems({ commodity: { invoiceLine: { itemChargeAmount: { value, currencyID: 'GBP' } } } });

describe('masses', () => {
  const measure = `${ITEM}/commodity/goodsMeasure`;

  it.each([
    ['0.001', '0.001', []],
    [undefined, undefined, []],
    ['0', '1', [`CDS10021 ${measure}/netNetWeightMeasure/value`]],
    ['1', '0.000', [`CDS10021 ${measure}/grossMassMeasure/value`]],
    [
      '-1',
      '-1',
      [`CDS10021 ${measure}/grossMassMeasure/value`, `CDS10021 ${measure}/netNetWeightMeasure/value`],
    ],
  ])('net %s and gross %s are positive, or break %j', (net, gross, broken) => {
    expect(found(massesPositive, weighing(net, gross))).toEqual(broken);
  });

  it.each([
    ['10', '10.000', []],
    ['9.999', '10', []],
    ['10.001', '10', [`CDS11006 ${measure}/netNetWeightMeasure/value`]],
    ['10', undefined, []],
  ])('net %s is not above gross %s, or breaks %j', (net, gross, broken) => {
    expect(found(netNotAboveGross, weighing(net, gross))).toEqual(broken);
  });

  it('in different units are not compared', () => {
    expect(found(netNotAboveGross, weighing('10', '1', 'TNE'))).toEqual([]);
  });
});

describe('values', () => {
  it('are more than zero', () => {
    const at = `${ITEM}/commodity/invoiceLine/itemChargeAmount/value`;
    expect(found(valuesPositive, priced('0.01'))).toEqual([]);
    expect(found(valuesPositive, priced('0'))).toEqual([`CDS10021 ${at}`]);
    expect(found(valuesPositive, priced('-5'))).toEqual([`CDS10021 ${at}`]);
  });

  it('are the customs value where no price is declared', () => {
    const valued = (value: string) => withItems({ customsValueAmount: { value } });
    expect(found(valuesPositive, valued('1'))).toEqual([]);
    expect(found(valuesPositive, valued('0'))).toEqual([`CDS10021 ${ITEM}/customsValueAmount/value`]);
    expect(found(valuesPositive, withItems({}))).toEqual([]);
  });

  it('and masses are not negative in all', () => {
    expect(found(totalsNotNegative, { invoiceAmount: { value: '0' } })).toEqual([]);
    expect(found(totalsNotNegative, { totalGrossMassMeasure: { value: '-0.5' } })).toEqual([
      'CDS10021 /totalGrossMassMeasure/value',
    ]);
  });
});
