import type { Declaration } from '@tonggwan/contracts';
import { consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodged, shown } from './lodging.fixture';

const ITEM = '/goodsShipment/governmentAgencyGoodsItem/0';
const CODE = `${ITEM}/commodity/classification/0/id`;
const MASS = `${ITEM}/commodity/goodsMeasure/netNetWeightMeasure/value`;
const PRICE = `${ITEM}/commodity/invoiceLine/itemChargeAmount`;
const DATE = '/acceptanceDateTime/dateTimeString';

describe('a declaration that breaks the rules', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  /** What became of it, and each error as `code pointer`. */
  const lodgedWith = async (declaration: Declaration) => {
    const { id } = await lodged(house.as.broker, declaration);
    const { status, errors } = await shown(house.as.broker, id);
    return { status, errors: errors.map(({ code, pointer }) => `${code} ${pointer}`).sort() };
  };

  const inThe = (year: number, lrn: string): Declaration => ({
    ...consignment(lrn),
    acceptanceDateTime: { dateTimeString: `${year}0101`, formatCode: '102' },
  });

  it.each([
    ['an unknown currency', consignment('CURRENCY', { currency: 'ZZZ' }), `KR-CURRENCY ${PRICE}/currencyID`],
    ['a commodity code that does not exist', consignment('HS', { commodity: '999999' }), `CDS10020 ${CODE}`],
    ['a mass of nothing', consignment('MASS-0', { mass: '0' }), `KR-NET-MASS-POSITIVE ${MASS}`],
    ['a mass below nothing', consignment('MASS-1', { mass: '-2' }), `KR-NET-MASS-POSITIVE ${MASS}`],
    ['a value of nothing', consignment('VALUE-0', { price: '0' }), `KR-VALUE-POSITIVE ${PRICE}/value`],
    [
      'a value below nothing',
      consignment('VALUE-1', { price: '-33000' }),
      `KR-VALUE-POSITIVE ${PRICE}/value`,
    ],
    ['a date in 2099', inThe(2099, 'DATE'), `CDS12016 ${DATE}`],
  ])('is rejected with code and pointer: %s', async (_, declaration, error) => {
    expect(await lodgedWith(declaration)).toEqual({ status: 'rejected', errors: [error] });
  });

  it('is rejected with every rule that it breaks, and its owner is answered so', async () => {
    const goods = { currency: 'ZZZ', commodity: '999999', mass: '0', price: '-1', origin: 'QQ' };
    const declaration = { ...inThe(2099, 'ALL'), ...consignment('ALL', goods), goodsItemQuantity: '2' };
    const { id, status } = await lodged(house.as.broker, declaration);
    expect(status).toBe('rejected');
    const { errors } = await shown(house.as.broker, id);
    expect(errors.map(({ pointer }) => String(pointer)).sort()).toEqual(
      [
        ...[DATE, '/goodsItemQuantity', CODE, MASS],
        ...[`${PRICE}/value`, `${PRICE}/currencyID`, `${ITEM}/origin/0/countryCode`],
      ].sort(),
    );
    const answers = await house.as.broker.get(`/declarations/${id}/answers`);
    expect(answers.body).toMatchObject({ answers: [{ type: 'rejected', body: { errors } }] });
  });

  it('is accepted with fields that nobody knows, and says which they were', async () => {
    const declaration = {
      ...consignment('UNKNOWN'),
      colour: 'red',
      declarant: { id: 'BROKER-1', shoe: '42' },
    };
    const { id, status, unknownFields } = await lodged(house.as.broker, declaration);
    expect(status).not.toBe('rejected');
    expect([...unknownFields!].sort()).toEqual(['/colour', '/declarant/shoe']);
    expect(await shown(house.as.broker, id)).toMatchObject({ unknownFields });
  });
});
