import { openReception } from '@tonggwan/service-host';
import type { FastifyInstance } from 'fastify';
import { noteService } from './notes.fixture';
import { packFor } from './packs';
import { queryAs, startTestService, type TestService } from './test-service';

const REASON = 'gateway has seen release.1/3/5, and the log ends at 0';

describe('a service whose log has gone back in time', () => {
  let service: TestService;
  let reception: FastifyInstance;
  const get = (url: string) => reception.inject({ method: 'GET', url });
  const seeBeyond = (epoch: number): Promise<unknown> =>
    queryAs(
      service.adminUrl,
      `update gateway.lane set positions = '{"release":{"epoch":${epoch},"position":5}}' where bucket = 3`,
    );

  beforeAll(async () => {
    service = await startTestService(noteService, packFor('kr'));
    reception = await openReception([service], undefined);
    await seeBeyond(1);
    await service.store.guard.look();
  });
  afterAll(async () => {
    await reception.close();
    await service.close();
  });

  it('is alive, and says to whoever asks why it is not ready', async () => {
    expect((await get('/health/live')).statusCode).toBe(200);
    const { statusCode, payload } = await get('/health/ready');
    expect(statusCode).toBe(503);
    expect(payload).toContain(REASON);
    expect((await get('/metrics')).payload).toContain('tonggwan_log_closed{service="release"} 1');
  });

  it('is ready again by itself when the reason has gone', async () => {
    await seeBeyond(0);
    expect((await get('/health/ready')).statusCode).toBe(200);
    expect((await get('/metrics')).payload).toContain('tonggwan_log_closed{service="release"} 0');
  });
});
