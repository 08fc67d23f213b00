import { consignment } from '../trouble/consignments.fixture';
import { deafen } from '../trouble/deaf.fixture';
import { type Receipt, shownWhen } from '../trouble/lodging.fixture';
import { openSplitHouse, type SplitHouse } from './split-house.fixture';

interface Document {
  readonly info: { readonly description: string };
  readonly paths: Readonly<Record<string, object>>;
}

describe('the one port of services that have processes of their own', () => {
  let house: SplitHouse;
  beforeAll(async () => (house = await openSplitHouse()), 120_000);
  afterAll(() => house.close(), 60_000);

  const get = async <Body>(path: string) => {
    const { status, body } = await house.withoutToken.get<Body>(path);
    return { status, body };
  };
  const metrics = async (path: string) => (await fetch(house.url + path)).text();

  it('describes the doors of all of them', async () => {
    const { body } = await get<Document>('/openapi.json');
    expect(body.paths).toMatchObject({
      '/declarations': { get: expect.anything(), post: expect.anything() },
      '/declarations/{id}/timeline': { get: expect.anything() },
      '/answers': { get: expect.anything() },
    });
    expect(body.info.description).not.toContain('away');
  });

  it('says of all of them how they are, and hands on what is measured of each', async () => {
    expect(await get('/health')).toMatchObject({
      status: 200,
      body: { ready: true, services: { gateway: { ready: true }, declarations: { ready: true } } },
    });
    expect(await metrics('/metrics')).toContain('process_cpu_seconds_total{service="gateway"}');
    expect(await metrics('/metrics/declarations')).toContain(
      'process_cpu_seconds_total{service="declarations"}',
    );
  });

  it('shows a declaration that its own service has not heard of as received, to its owner alone', async () => {
    const letGo = await deafen(house.databaseUrl);
    const { body } = await house.broker.post<Receipt>('/declarations', consignment('UNHEARD'));
    const door = `/declarations/${body.id}`;
    expect(await house.broker.get(door)).toMatchObject({ status: 200, body: { status: 'received' } });
    expect((await house.broker2.get(door)).status).toBe(404);
    await letGo();
    await shownWhen(house.broker, body.id, ({ status }) => status === 'registered');
  }, 60_000);

  it('stays when one of them goes, and says which', async () => {
    await house.declarations.stop();
    expect(await get('/health')).toMatchObject({
      status: 503,
      body: { ready: false, services: { gateway: { ready: true }, declarations: { ready: false } } },
    });
    expect(await get('/health/ready')).toMatchObject({ status: 200 });
    const { body } = await get<Document>('/openapi.json');
    expect(Object.keys(body.paths)).toContain('/answers');
    expect(Object.keys(body.paths)).not.toContain('/declarations/{id}/timeline');
    expect(body.info.description).toContain('away at the moment: declarations.');
  });
});
