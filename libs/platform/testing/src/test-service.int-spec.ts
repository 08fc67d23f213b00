import type { Caller } from '@tonggwan/service-host';
import { broker, lodgement, noteService } from './notes.fixture';
import { packFor } from './packs';
import { queryAs, startTestService, type TestService } from './test-service';

describe('a service on a real database', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(noteService, packFor('kr'));
    await service.publish(lodgement('01890a5d-ac96-774b-bcce-b302099a8057', 'LRN-1'));
  });
  afterAll(() => service.close());

  it('takes an event in and shows its owner what became of it', () =>
    service.eventually(async () => {
      expect((await service.call(broker, 'GET', '/notes')).body).toEqual([{ lrn: 'LRN-1' }]);
    }));

  it('shows another party nothing', async () => {
    const other: Caller = { ...broker, party: 'BROKER-2' };
    expect((await service.call(other, 'GET', '/notes')).body).toEqual([]);
  });

  it('refuses a call without a token as a problem', async () => {
    const { statusCode, headers } = await service.app.inject({ method: 'GET', url: '/notes' });
    expect([statusCode, headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it('moves its lane in the transaction of the effect', async () => {
    const rows = await queryAs(
      service.adminUrl,
      `select positions from release.lane where positions <> '{}'`,
    );
    expect(rows).toEqual([{ positions: { gateway: { epoch: 1, position: 1 } } }]);
  });
});
