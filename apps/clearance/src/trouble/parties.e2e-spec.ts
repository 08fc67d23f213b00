import { type Caller, LocalIssuer } from '@tonggwan/service-host';
import { consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedWithGoods, shown, shownWhen } from './lodging.fixture';

const UNKNOWN = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';
const BROKER: Caller = { subject: 'broker', party: 'BROKER-1', roles: ['broker'] };
const LISTS = ['/declarations', '/answers', '/notices', '/accounts', '/time-release'];

describe("a party's declaration", () => {
  let house: House;
  let id: string;
  let doors: string[];

  beforeAll(async () => {
    house = await openHouse('kr');
    const payable = consignment('MINE', { mass: '20', price: '330000' });
    ({ id } = await lodgedWithGoods(house, payable));
    await shownWhen(house.as.broker, id, ({ notice }) => notice !== undefined);
    const parts = ['', '/timeline', '/assessment', '/answers'].map((part) => `/declarations/${id}${part}`);
    doors = [...parts, `/time-release/${id}`];
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  it('is shown to the party', async () => {
    for (const door of doors)
      expect({ door, ...(await house.as.broker.get(door)) }).toMatchObject({ status: 200 });
  });

  it('is shown to nobody without a token', async () => {
    for (const door of [...doors, ...LISTS, '/cases']) {
      expect({ door, ...(await house.withoutToken.get(door)) }).toMatchObject({ door, status: 401 });
    }
    for (const door of ['/declarations', '/arrivals', `/declarations/${id}/cancellation`, '/payments']) {
      expect({ door, ...(await house.withoutToken.post(door, {})) }).toMatchObject({ door, status: 401 });
    }
  });

  it('is shown to nobody with a token of another issuer', async () => {
    const forged = await LocalIssuer.ofOneProcess().token(BROKER, '1h');
    const answer = await house.withToken(forged).get(`/declarations/${id}`);
    expect(answer).toMatchObject({ status: 401, body: { title: 'token-refused' } });
  });

  it('does not exist for another party, no more than what there is not', async () => {
    for (const door of doors) {
      const others = await house.as.broker2.get(door);
      const nobodys = await house.as.broker2.get(door.replace(id, UNKNOWN));
      const { status, body } = others;
      expect({ door, status, body }).toEqual({ door, status: 404, body: nobodys.body });
    }
    for (const request of ['cancellation', 'amendment']) {
      const asked = await house.as.broker2.post(`/declarations/${id}/${request}`, { reason: 'mine' });
      expect({ request, status: asked.status }).toEqual({ request, status: 404 });
    }
    expect(await shown(house.as.broker, id)).toMatchObject({ status: 'accepted' });
  }, 60_000);

  it('is in no list of another party', async () => {
    for (const list of [...LISTS, '/declarations?lrn=MINE']) {
      const { status, body } = await house.as.broker2.get(list);
      expect({ list, status, isThere: JSON.stringify(body).includes(id) }).toEqual({
        ...{ list, status: 200, isThere: false },
      });
    }
  });

  it('leaves to each what is his work', async () => {
    const { broker, bank, officer, terminal } = house.as;
    const refused = await Promise.all([
      broker.post(`/cases/${UNKNOWN}/claim`, {}),
      broker.post('/payments', {}),
      broker.post('/accounts', {}),
      broker.post('/arrivals', { declarationId: id }),
      broker.post('/declarations?historical=true', consignment('PAST')),
      bank.post('/declarations', consignment('BANK')),
      bank.get('/cases'),
      officer.post('/accounts', {}),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect((await terminal.get(`/declarations/${id}`)).status).toBe(404);
  });
});
