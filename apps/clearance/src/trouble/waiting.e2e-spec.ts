import { consignment, COCOA_BEANS } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedInto, type Receipt } from './lodging.fixture';

const WAIT = { prefer: 'wait=5' };

describe('a lodging that prefers to wait', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  const lodge = (lrn: string, goods = {}, headers: Readonly<Record<string, string>> = WAIT) =>
    house.as.broker.post<Receipt>('/declarations', consignment(lrn, goods), headers);

  it('is answered with the end of what can happen without people', async () => {
    expect(await lodge('BAD', { mass: '0' })).toMatchObject({ status: 202, body: { status: 'rejected' } });
    expect(await lodge('ABSENT')).toMatchObject({ status: 202, body: { status: 'registered' } });
    const { terminal } = house.as;
    await terminal.post('/arrivals', { transportDocument: 'BL-HELD' });
    expect(await lodge('HELD', COCOA_BEANS)).toMatchObject({ body: { status: 'accepted' } });
    const green = await lodgedInto('green', house, consignment);
    const again = await house.as.broker.get(`/declarations/${green}`);
    expect(again.body).toMatchObject({ status: 'cleared', outstanding: [] });
  }, 60_000);

  it('is answered at once without it', async () => {
    expect(await lodge('AT-ONCE', {}, {})).toMatchObject({ status: 202, body: { status: 'received' } });
  });
});
