import { sleep } from '@tonggwan/messaging';
import { consignment } from './consignments.fixture';
import { deafen } from './deaf.fixture';
import { type House, openHouse } from './house.fixture';
import { type Receipt, shownWhen } from './lodging.fixture';

/** Longer than anybody at a door would wait. */
const DEAF_MS = 3_000;

describe('a declaration that has been lodged and not heard of', () => {
  let house: House;
  let letGo: () => Promise<void>;
  let id: string;

  beforeAll(async () => {
    house = await openHouse('kr');
    letGo = await deafen(house.databaseUrl);
    const { body } = await house.as.broker.post<Receipt>('/declarations', consignment('UNHEARD'));
    id = body.id;
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const doors = () => ['', '/timeline', '/answers'].map((part) => `/declarations/${id}${part}`);

  it('is shown to its owner at once, and to customs, as received', async () => {
    for (const visitor of [house.as.broker, house.as.officer]) {
      const asked = performance.now();
      const { status, body } = await visitor.get(doors()[0]!);
      expect({ status, body }).toMatchObject({
        status: 200,
        body: {
          id,
          lrn: 'UNHEARD',
          status: 'received',
          statusName: { ko: expect.any(String) },
          outstanding: [],
        },
      });
      expect(performance.now() - asked).toBeLessThan(DEAF_MS);
    }
    for (const door of doors())
      expect({ door, ...(await house.as.broker.get(door)) }).toMatchObject({ status: 200 });
  });

  it('does not exist for anybody else', async () => {
    for (const door of doors()) {
      const statuses = [house.as.broker2, house.as.terminal, house.withoutToken].map(
        async (visitor) => (await visitor.get(door)).status,
      );
      expect({ door, statuses: await Promise.all(statuses) }).toEqual({ door, statuses: [404, 404, 401] });
    }
  });

  it("stays received for as long as it takes, and is its own service's affair once that has heard", async () => {
    await sleep(DEAF_MS);
    expect(await house.as.broker.get(doors()[0]!)).toMatchObject({
      status: 200,
      body: { status: 'received' },
    });
    await letGo();
    const now = await shownWhen(house.as.broker, id, ({ status }) => status !== 'received');
    expect(now).toMatchObject({ id, status: 'registered', mrn: expect.any(String), unknownFields: [] });
  }, 60_000);
});
