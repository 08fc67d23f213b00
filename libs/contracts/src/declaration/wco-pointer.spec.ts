import { wcoPointer } from './wco-pointer';

const ITEM = '/goodsShipment/governmentAgencyGoodsItem';

describe('a pointer into the canonical declaration as the United Kingdom writes it', () => {
  it.each([
    ['', '42A'],
    ['/functionalReferenceID', '42A:D026'],
    ['/authorisationHolder/0/id', '42A/17C:R144'],
    ['/authorisationHolder/1/id', '42A/17C[2]:R144'],
    ['/exporter/address/cityName', '42A/57A/04A:241'],
    ['/exitOffice/id', '42A/67A[1]/56A:G005'],
    ['/goodsShipment/consignment/goodsLocation/name', '42A/67A[1]/28A/64A:L016'],
    [ITEM, '42A/67A[1]/68A'],
    [`${ITEM}/1`, '42A/67A[1]/68A[2]'],
    [`${ITEM}/999/sequenceNumeric`, '42A/67A[1]/68A[1000]:006'],
    [`${ITEM}/0/governmentProcedure/0/currentCode`, '42A/67A[1]/68A[1]/70A:166'],
    [`${ITEM}/0/governmentProcedure/1/currentCode`, '42A/67A[1]/68A[1]/70A[2]:166'],
    [`${ITEM}/0/additionalDocument/3/lpcoExemptionCode`, '42A/67A[1]/68A[1]/02A[4]:360'],
    [`${ITEM}/0/commodity/classification/2/identificationTypeCode`, '42A/67A[1]/68A[1]/23A/21A[3]:337'],
    [`${ITEM}/0/commodity/dutyTaxFee/1/payment/methodCode`, '42A/67A[1]/68A[1]/23A/50A[2]/94A:107'],
    ['/authentication/authentication', '42A/61B:104'],
  ])('%s is %s', (pointer, written) => {
    expect(wcoPointer(pointer)).toBe(written);
  });

  it('points at the element for what the element holds: its value, its unit, its currency', () => {
    const mass = `${ITEM}/0/commodity/goodsMeasure/netNetWeightMeasure`;
    expect([mass, `${mass}/value`, `${mass}/unitCode`].map(wcoPointer)).toEqual(
      Array(3).fill('42A/67A[1]/68A[1]/23A/65A:128'),
    );
  });

  it.each(['/unknown', '/toString', `${ITEM}/first`, '/functionalreferenceid', `${ITEM}/0/constructor`])(
    'has none for %s',
    (pointer) => {
      expect(wcoPointer(pointer)).toBeUndefined();
    },
  );
});
