import { consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodged, type Receipt, shown, WAIT } from './lodging.fixture';
import type { ProblemBody } from './visitor.fixture';

describe('a local reference number', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  const known = async (lrn: string) =>
    (await house.as.broker.get<{ declarations: { id: string }[] }>(`/declarations?lrn=${lrn}`)).body
      .declarations;

  it('gets the first answer again with the same content', async () => {
    const first = await lodged(house.as.broker, consignment('TWICE'));
    expect(await lodged(house.as.broker, consignment('TWICE'))).toEqual(first);
    expect(await known('TWICE')).toHaveLength(1);
  });

  it('is refused with other content, and the first declaration stands', async () => {
    const { id } = await lodged(house.as.broker, consignment('OTHER'));
    const before = await shown(house.as.broker, id);
    const other = consignment('OTHER', { price: '32000' });
    const { status, body } = await house.as.broker.post<ProblemBody>('/declarations', other);
    expect({ status, title: body.title }).toEqual({ status: 409, title: 'reference-used' });
    expect(await shown(house.as.broker, id)).toEqual(before);
    expect(await known('OTHER')).toHaveLength(1);
  });

  it('is refused with other content inside an array, and its neighbours are not', async () => {
    await lodged(house.as.broker, consignment('NEIGHBOUR'));
    const array = [consignment('NEIGHBOUR', { price: '32000' }), consignment('GOOD-NEIGHBOUR')];
    const { status, body } = await house.as.broker.post<object[]>('/declarations', array);
    expect(status).toBe(202);
    expect(body).toMatchObject([{ status: 409, title: 'reference-used' }, { lrn: 'GOOD-NEIGHBOUR' }]);
  });

  it("is another party's own", async () => {
    const [one, other] = await Promise.all(
      [house.as.broker, house.as.broker2].map((broker) => lodged(broker, consignment('MINE'))),
    );
    expect(one!.id).not.toBe(other!.id);
  });

  it('is no other one where the words of party and reference run together the same', async () => {
    const [one, other] = await Promise.all(
      ['A', 'A 1'].map((party) => house.visitor({ subject: 'broker', party, roles: ['broker'] })),
    );
    const first = await one!.post<Receipt>('/declarations', { ...consignment('1 X') });
    const second = await other!.post<Receipt>('/declarations', { ...consignment('X') });
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(first.body.id).not.toBe(second.body.id);
  });

  it('makes one declaration of what several clients lodge at the same instant', async () => {
    const lodgings = Array.from({ length: 20 }, () => lodged(house.as.broker, consignment('AT-ONCE')));
    const ids = new Set((await Promise.all(lodgings)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(await known('AT-ONCE')).toHaveLength(1);
  });

  it('goes to one of two who lodge different content at the same instant', async () => {
    const lodgings = ['31000', '32000'].map((price) =>
      house.as.broker.post('/declarations', consignment('RACE', { price }), WAIT),
    );
    const statuses = (await Promise.all(lodgings)).map(({ status }) => status);
    expect(statuses.sort((one, other) => one - other)).toEqual([202, 409]);
    expect(await known('RACE')).toHaveLength(1);
  });
});
