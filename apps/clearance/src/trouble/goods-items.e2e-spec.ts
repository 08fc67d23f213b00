import type { Declaration, GovernmentAgencyGoodsItem } from '@tonggwan/contracts';
import { type House, openHouse } from './house.fixture';
import { lodgedWithGoods, shown, shownWhen } from './lodging.fixture';

/** Half of the items in the declarations that HMRC published are smaller, in the canonical form. */
const USUAL_BYTES = 1_388;
const MOST = 999;

const DOCUMENT = {
  categoryCode: 'C',
  typeCode: '514',
  id: 'GBEIR123456789000000000',
  name: 'DocumentName',
  lpcoExemptionCode: 'AC',
  effectiveDateTime: { dateTimeString: '20261120', formatCode: '102' },
};

function itemOf(sequence: number): GovernmentAgencyGoodsItem {
  const amount = { value: '240.00', currencyID: 'GBP' };
  return {
    sequenceNumeric: String(sequence),
    statisticalValueAmount: amount,
    additionalDocument: Array.from({ length: 4 }, () => DOCUMENT),
    additionalInformation: [{ statementCode: '00500', statementDescription: 'IMPORTER' }],
    commodity: {
      description: 'Parts of shavers and clippers, of plastics, each in a box of its own, not for resale',
      classification: [
        { id: '85109000', identificationTypeCode: 'TSP' },
        { id: '00', identificationTypeCode: 'TRC' },
      ],
      dutyTaxFee: [{ typeCode: 'A00', dutyRegimeCode: '100', payment: { methodCode: 'A' } }],
      goodsMeasure: { netNetWeightMeasure: { value: '10', unitCode: 'KGM' } },
      invoiceLine: { itemChargeAmount: amount },
    },
    governmentProcedure: [{ currentCode: '40', previousCode: '00' }, { currentCode: '000' }],
    origin: [{ countryCode: 'US', typeCode: '1' }],
    packaging: [
      { sequenceNumeric: '1', marksNumbersID: 'MARKS 1', quantityQuantity: { value: '10' }, typeCode: 'BK' },
    ],
    previousDocument: [{ categoryCode: 'Y', typeCode: 'DCR', id: '9GB201909014000', lineNumeric: '1' }],
  };
}

function consignmentOf(count: number): Declaration {
  const lrn = `ITEMS-${count}`;
  return {
    functionalReferenceID: lrn,
    functionCode: '9',
    typeCode: 'IMA',
    goodsItemQuantity: String(count),
    declarationOfficeID: 'GBBEL002',
    declarant: { id: 'GB896458895015' },
    goodsShipment: {
      importer: { id: 'GB896458895015' },
      previousDocument: [{ id: `BL-${lrn}` }],
      governmentAgencyGoodsItem: Array.from({ length: count }, (_, index) => itemOf(index + 1)),
    },
  };
}

describe('a declaration of many goods items, each of the usual size', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('gb')), 120_000);
  afterAll(() => house.close(), 60_000);

  it(`goes all the way with as many as the United Kingdom takes: ${MOST}`, async () => {
    expect(JSON.stringify(itemOf(MOST)).length).toBeGreaterThan(USUAL_BYTES);
    const { id } = await lodgedWithGoods(house, consignmentOf(MOST));
    const isAssessed = ({ amounts }: { amounts?: object }) => amounts !== undefined;
    const { status, amounts } = await shownWhen(house.as.broker, id, isAssessed);
    expect(status).toBe('accepted');
    const { body } = await house.as.broker.get<{ items: object[] }>(`/declarations/${id}/assessment`);
    expect(body.items).toHaveLength(MOST);
    // 2 per cent of 240.00 and 20 per cent of the sum, each cut to the penny, 999 times.
    expect(amounts).toMatchObject({ taxes: { A00: { amount: '4795.20' }, B00: { amount: '48911.04' } } });
  }, 120_000);

  it('is rejected with one more, as published', async () => {
    const { id } = await lodgedWithGoods(house, consignmentOf(MOST + 1));
    const { status, errors } = await shown(house.as.broker, id);
    expect({ status, errors }).toMatchObject({
      status: 'rejected',
      errors: [{ code: 'CDS10020', wcoPointer: '42A/67A[1]/68A[1000]:006' }],
    });
    expect(errors).toHaveLength(1);
  }, 120_000);
});
