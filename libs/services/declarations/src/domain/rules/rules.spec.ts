import { countriesKnown, currenciesKnown, officeKnown, packageTypesKnown } from './code-lists';
import { commodityCodeDigits, commodityExists } from './commodity-code';
import { declarationTypeKnown } from './declaration-type';
import { declaredDatesNotAhead } from './declared-dates';
import { found, withItems } from './examined';
import { goodsItemsMax, goodsItemThere, itemCountAgrees, sequenceNumbersRun } from './goods-items';
import { procedureCombinationValid, procedureKnown } from './procedures';

const ITEM = '/goodsShipment/governmentAgencyGoodsItem';
const numbered = (...numbers: string[]) =>
  withItems(...numbers.map((sequenceNumeric) => ({ sequenceNumeric })));
const classified = (...classification: { id: string; identificationTypeCode?: string }[]) =>
  withItems({ commodity: { classification } });
const procedure = (currentCode: string, previousCode?: string) =>
  withItems({ governmentProcedure: [{ currentCode, previousCode }, { currentCode: '000' }] });
const dated = (dateTimeString: string) => ({ acceptanceDateTime: { dateTimeString } });

describe('the declaration type', () => {
  it('is known', () => expect(found(declarationTypeKnown, { typeCode: 'IMA' })).toEqual([]));

  it('is refused where the pack has none such, or where it is missing', () => {
    const refused = ['CDS12052 /typeCode'];
    expect(found(declarationTypeKnown, { typeCode: 'XXX' }, { kind: null })).toEqual(refused);
    expect(found(declarationTypeKnown, {}, { kind: null })).toEqual(refused);
  });
});

describe('goods items', () => {
  it('are there', () => {
    expect(found(goodsItemThere, numbered('1'))).toEqual([]);
    expect(found(goodsItemThere, {})).toEqual([`CDS10001 ${ITEM}`]);
  });

  it('are as many as the law takes, and each beyond is refused', () => {
    expect(found(goodsItemsMax, numbered('1', '2', '3'))).toEqual([]);
    expect(found(goodsItemsMax, numbered('1', '2', '3', '4', '5'))).toEqual([
      `CDS10020 ${ITEM}/3/sequenceNumeric`,
      `CDS10020 ${ITEM}/4/sequenceNumeric`,
    ]);
  });

  it('are not numbered beyond it either', () => {
    expect(found(goodsItemsMax, numbered('3'))).toEqual([]);
    expect(found(goodsItemsMax, numbered('4'))).toEqual([`CDS10020 ${ITEM}/0/sequenceNumeric`]);
  });

  it('are as many as the header declares, where it declares them', () => {
    expect(found(itemCountAgrees, numbered('1', '2'))).toEqual([]);
    expect(found(itemCountAgrees, { ...numbered('1', '2'), goodsItemQuantity: '2' })).toEqual([]);
    expect(found(itemCountAgrees, { ...numbered('1', '2'), goodsItemQuantity: '3' })).toEqual([
      'CDS11003 /goodsItemQuantity',
    ]);
  });

  it.each([
    [['1', '2'], []],
    [['2', '1'], []],
    [['1', '1'], [`CDS12024 ${ITEM}/1/sequenceNumeric`]],
    [['1', '3'], [`CDS12022 ${ITEM}/1/sequenceNumeric`]],
    [['0'], [`CDS10020 ${ITEM}/0/sequenceNumeric`]],
    [['-1'], [`CDS10020 ${ITEM}/0/sequenceNumeric`]],
    [['1.5', '1'], [`CDS10020 ${ITEM}/0/sequenceNumeric`]],
  ])('numbered %j break %j', (numbers, broken) => {
    expect(found(sequenceNumbersRun, numbered(...numbers))).toEqual(broken);
  });
});

describe('a procedure', () => {
  const at = `${ITEM}/0/governmentProcedure/0`;

  it('is one that there is; the additional ones after it have lists of their own', () => {
    expect(found(procedureKnown, procedure('40', '00'))).toEqual([]);
    expect(found(procedureKnown, procedure('99', '71'))).toEqual([`CDS12050 ${at}/currentCode`]);
  });

  it('follows one that it may follow', () => {
    expect(found(procedureCombinationValid, procedure('40', '71'))).toEqual([]);
    expect(found(procedureCombinationValid, procedure('40'))).toEqual([]);
    expect(found(procedureCombinationValid, procedure('71', '40'))).toEqual([`CDS11004 ${at}/previousCode`]);
  });

  it('is not looked at where the pack has no such list', () => {
    expect(found(procedureKnown, procedure('99'), { lists: {} })).toEqual([]);
    expect(found(procedureCombinationValid, procedure('99', '99'), { lists: {} })).toEqual([]);
  });
});

describe('a commodity code', () => {
  const at = `${ITEM}/0/commodity/classification`;

  it.each([
    [[{ id: '84713000', identificationTypeCode: 'TSP' }], []],
    [
      [
        { id: '00', identificationTypeCode: 'TRC' },
        { id: '84713000', identificationTypeCode: 'TSP' },
      ],
      [],
    ],
    [[{ id: '8471300000' }], []],
    [[{ id: '8471300' }], [`CDS10010 ${at}/0/id`]],
    [[{ id: '84713000000' }], [`CDS10010 ${at}/0/id`]],
    [[{ id: '8471300X' }], [`CDS10010 ${at}/0/id`]],
    [[{ id: 'X123', identificationTypeCode: 'GN' }], []],
  ])('%j has the digits that the law asks for, or breaks %j', (classification, broken) => {
    expect(found(commodityCodeDigits, classified(...classification))).toEqual(broken);
  });

  it('stands in the nomenclature', () => {
    const declared = (id: string) => [
      { id: '0150366-6', identificationTypeCode: 'CV' },
      { id, identificationTypeCode: 'TSP' },
    ];
    expect(found(commodityExists, classified(...declared('84713000')))).toEqual([]);
    expect(found(commodityExists, classified(...declared('99999999')))).toEqual([`CDS10020 ${at}/1/id`]);
  });
});

describe('codes of lists', () => {
  it('countries, wherever they stand', () => {
    const origin = (countryCode: string) => withItems({ origin: [{ countryCode }] });
    expect(found(countriesKnown, origin('CN'))).toEqual([]);
    expect(found(countriesKnown, origin('QX'))).toEqual([`CDS10020 ${ITEM}/0/origin/0/countryCode`]);
    expect(found(countriesKnown, { exporter: { address: { countryCode: 'cn' } } })).toEqual([
      'CDS10020 /exporter/address/countryCode',
    ]);
  });

  it('kinds of packages', () => {
    expect(found(packageTypesKnown, withItems({ packaging: [{ typeCode: 'CT' }] }))).toEqual([]);
    expect(found(packageTypesKnown, withItems({ packaging: [{ typeCode: 'ZZ' }] }))).toEqual([
      `CDS10020 ${ITEM}/0/packaging/0/typeCode`,
    ]);
  });

  it('the office of lodging', () => {
    expect(found(officeKnown, { declarationOfficeID: 'GBBEL004' })).toEqual([]);
    expect(found(officeKnown, { declarationOfficeID: 'NOWHERE' })).toEqual(['CDS10020 /declarationOfficeID']);
    expect(found(officeKnown, {})).toEqual([]);
  });

  it('currencies by the list, a known one without a rate too; without a list by the rates', () => {
    const priced = (currencyID: string) => ({ invoiceAmount: { value: '1', currencyID } });
    expect(found(currenciesKnown, priced('USD'))).toEqual([]);
    expect(found(currenciesKnown, priced('XXX'))).toEqual(['CDS10020 /invoiceAmount/currencyID']);
    expect(found(currenciesKnown, priced('GBP'), { lists: {} })).toEqual([]);
    expect(found(currenciesKnown, priced('USD'), { lists: {} })).toEqual([
      'CDS10020 /invoiceAmount/currencyID',
    ]);
  });
});

describe('a declared date', () => {
  it.each([
    ['20201121', []],
    ['20261123', []],
    ['20261124', ['CDS12016 /acceptanceDateTime/dateTimeString']],
    ['20990101000000Z', ['CDS12016 /acceptanceDateTime/dateTimeString']],
    ['20260230', ['CDS10010 /acceptanceDateTime/dateTimeString']],
  ])('%s, lodged on 2026-11-21 with two days to go ahead, breaks %j', (date, broken) => {
    expect(found(declaredDatesNotAhead, dated(date))).toEqual(broken);
  });

  it('is looked at on the invoice too', () => {
    const invoice = { issueDateTime: { dateTimeString: '20990101' } };
    expect(found(declaredDatesNotAhead, { goodsShipment: { invoice } })).toEqual([
      'CDS10020 /goodsShipment/invoice/issueDateTime/dateTimeString',
    ]);
  });
});
