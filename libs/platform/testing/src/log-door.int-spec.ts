import { bucketOf, EVENT_BYTES_MAX, type StoredEvent } from '@tonggwan/messaging';
import { type Caller, ROLES } from '@tonggwan/service-host';
import { broker, lodgement, otherService, sayingService } from './notes.fixture';
import { packFor } from './packs';
import { startTestService, type TestService } from './test-service';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const BUCKET = bucketOf(ID);
const COUNT = 12;

describe('the door to the log of a service', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(sayingService, packFor('kr'));
    for (let number = 1; number <= COUNT; number += 1) await service.publish(lodgement(ID, `LRN-${number}`));
  });
  afterAll(() => service.close());

  const page = async (query: string, caller = otherService) => {
    const { status, body } = await service.call(caller, 'GET', `/log?${query}`);
    return { status, events: (body as { events: StoredEvent[] }).events };
  };

  it('gives other services its events page by page, each with its place and its data as it was written', async () => {
    const first = await page(`bucket=${BUCKET}&after=0&limit=10`);
    const second = await page(`bucket=${BUCKET}&after=10&limit=10`);
    expect([...first.events, ...second.events].map(({ position }) => position)).toEqual(
      Array.from({ length: COUNT }, (_, index) => index + 1),
    );
    expect(second.events[1]).toEqual({
      ...{ source: 'gateway', epoch: 1, bucket: BUCKET, position: COUNT, key: ID, headers: {} },
      ...{ type: 'LodgementReceived', data: JSON.stringify(lodgement(ID, `LRN-${COUNT}`).data) },
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
  });

  it('tells how far each bucket has come', async () => {
    const { body } = await service.call(otherService, 'GET', '/log/heads');
    expect(body).toEqual({
      heads: Array.from({ length: 8 }, (_, bucket) => (bucket === BUCKET ? COUNT : 0)),
    });
  });

  it('is shut to everybody else, whatever his role', async () => {
    for (const role of ROLES.filter((known) => known !== 'service')) {
      const caller: Caller = { ...broker, roles: [role] };
      const answers = [
        await page(`bucket=${BUCKET}`, caller),
        await service.call(caller, 'GET', '/log/heads'),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403]);
    }
    expect((await service.app.inject({ method: 'GET', url: '/log?bucket=0' })).statusCode).toBe(401);
  });

  it.each([
    '',
    'bucket=8',
    'bucket=-1',
    'bucket=x',
    'bucket=0&after=1.5',
    'bucket=0&limit=0',
    'bucket=0&limit=501',
  ])('refuses what makes no sense: %s', async (query) => expect((await page(query)).status).toBe(400));

  it('never gives more than one large event beyond two megabytes at a time', async () => {
    const large = 'x'.repeat(EVENT_BYTES_MAX / 2);
    for (const lrn of ['LARGE-1', 'LARGE-2', 'LARGE-3']) await service.publish(lodgement(ID, lrn, large));
    const { events } = await page(`bucket=${BUCKET}&after=${COUNT}`);
    expect(events.map(({ position }) => position)).toEqual([COUNT + 1, COUNT + 2]);
  });
});
