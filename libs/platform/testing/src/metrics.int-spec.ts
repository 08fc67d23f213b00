import { openReception } from '@tonggwan/service-host';
import type { FastifyInstance } from 'fastify';
import { lodgement, noteService } from './notes.fixture';
import { packFor } from './packs';
import { queryAs, startTestService, type TestService } from './test-service';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const BROKEN = { type: 'LodgementReceived', data: { declarationId: ID, version: 'one' } };

describe('the metrics of a service', () => {
  let service: TestService;
  let reception: FastifyInstance;

  const scraped = async (): Promise<string> =>
    (await reception.inject({ method: 'GET', url: '/metrics' })).payload;
  /** The sum over all series of a metric that bear these labels. */
  const valueOf = async (name: string, ...labels: string[]): Promise<number> =>
    (await scraped())
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);

  beforeAll(async () => {
    service = await startTestService(noteService, packFor('kr'));
    reception = await openReception([service], undefined);
    await service.publish(lodgement(ID, 'LRN-1'), BROKEN, lodgement(ID, 'LRN-2'));
    await service.eventually(async () => expect(await valueOf('tonggwan_parked_total')).toBe(1));
  });
  afterAll(async () => {
    await reception.close();
    await service.close();
  });

  it('count what the lanes took, and in batches of which size', async () => {
    expect(await valueOf('tonggwan_events_total', 'service="release"')).toBe(2);
    expect(await valueOf('tonggwan_batch_events_sum')).toBe(2);
    expect(await valueOf('tonggwan_batch_events_count')).toBeGreaterThan(0);
  });

  it('say what lies among the dead letters, and what waits behind it', async () => {
    expect(await valueOf('tonggwan_dead_letters_total')).toBe(1);
    expect([await valueOf('tonggwan_dead_letters'), await valueOf('tonggwan_parked')]).toEqual([1, 1]);
  });

  it('say how far behind the service is, and for how long', async () => {
    expect(await valueOf('tonggwan_consumer_lag_events', 'source="gateway"')).toBe(0);
    await queryAs(service.adminUrl, `update gateway.bucket set next = next + 2 where bucket = 3`);
    expect(await valueOf('tonggwan_consumer_lag_events', 'source="gateway"')).toBe(2);
    await queryAs(service.adminUrl, `update gateway.bucket set next = next - 2 where bucket = 3`);
  });

  it('say for how long a whole partition of the outbox has been there', async () => {
    expect(await valueOf('tonggwan_archive_due_seconds')).toBe(0);
    const last = `(bucket, position, epoch, key, type, data, at)
      select bucket, 999999, 1, '', '', '{}', now() - make_interval(hours => bucket + 1) from release.bucket`;
    await queryAs(service.adminUrl, `insert into release.outbox ${last}`);
    expect(await valueOf('tonggwan_archive_due_seconds')).toBe(0);
    await queryAs(service.adminUrl, 'update release.bucket set next = next + 1000000');
    const due = await valueOf('tonggwan_archive_due_seconds', 'service="release"');
    expect([due >= 3_600, due < 3_700]).toEqual([true, true]);
    await queryAs(service.adminUrl, 'update release.bucket set next = next - 1000000');
  });

  it('tell of no outbox where nothing carries it, and of the delay of the event loop', async () => {
    const text = await scraped();
    expect(text).not.toContain('tonggwan_outbox_depth_events{');
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds\S* [\d.e-]+/);
  });

  it('leave out what a database would say that does not answer, and count that', async () => {
    await queryAs(service.adminUrl, `revoke select on release.dead_letter from release`);
    const text = await scraped();
    expect(text).not.toContain('tonggwan_dead_letters{');
    expect(text).toMatch(/tonggwan_scrape_failures_total\{service="release"\} 1/);
  });
});
