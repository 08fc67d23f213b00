import { ALL_BUCKETS, bucketOf, PostgresStore, sleep } from '@tonggwan/messaging';
import type { Caller } from '@tonggwan/service-host';
import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { Pool } from 'pg';
import { gateway } from '../index';

const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
/** So many that each bucket has some, though their ids are drawn; a few of each bucket are spoken of. */
const LODGED = 100;
const OF_A_BUCKET = 5;
const WRITERS = 40;
const EACH = 8;
const PAGE = 5;

/** A lane takes up to a fifth of a second from its last statement to its commit: what was told first is often seen last. */
const LATE_COMMITS = `
  create function gateway.late() returns trigger language plpgsql as $$ begin
    if current_setting('late.done', true) is distinct from 'yes' then
      perform set_config('late.done', 'yes', true), pg_sleep(random() * 0.2);
    end if;
    return null;
  end $$;
  create constraint trigger late after insert on gateway.answer deferrable initially deferred
    for each row execute function gateway.late();`;

interface Told {
  readonly id: string;
  readonly declarationId: string;
  readonly body: { readonly reason: string };
}

describe('the answers, polled while eight lanes give them with delays', () => {
  let service: TestService;
  let ids: string[];
  let pool: Pool;

  beforeAll(async () => {
    service = await startTestService(gateway, packFor('kr'));
    await queryAs(service.adminUrl, LATE_COMMITS);
    pool = new Pool({ connectionString: service.adminUrl, max: WRITERS });
    const lodged = Array.from({ length: LODGED }, (_, number) => ({
      functionalReferenceID: `L-${number}`,
    }));
    const { body } = await service.call(broker, 'POST', '/declarations', lodged);
    const all = (body as { id: string }[]).map(({ id }) => id);
    ids = ALL_BUCKETS.flatMap((bucket) => all.filter((id) => bucketOf(id) === bucket).slice(0, OF_A_BUCKET));
    expect(new Set(ids.map(bucketOf)).size).toBe(8);
  });
  afterAll(async () => {
    await pool.end();
    await service.close();
  });

  /** Says one thing after another about a declaration, each numbered, and takes its time to commit. */
  const sayAll = async (declarationId: string): Promise<void> => {
    const owner = new PostgresStore('declarations', 'declarations', pool);
    for (let number = 1; number <= EACH; number += 1) {
      const about = { declarationId, version: 1, party: broker.party, request: 'amendment' };
      const data = { ...about, refusedAt: '2026-01-01T00:00:00.000Z', reason: String(number) };
      await owner.transact(async (transaction) => {
        transaction.append([{ type: 'RequestRefused', data }]);
        await sleep(Math.random() * 10);
      });
    }
  };

  /** Page by page from the beginning, until all is said and nothing more comes. */
  const poll = async (isOver: () => boolean): Promise<Told[]> => {
    const told: Told[] = [];
    for (let cursor = '', more = true; more;) {
      const wasOver = isOver();
      const path = `/answers?limit=${PAGE}${cursor && `&after=${cursor}`}`;
      const { answers, next } = (await service.call(broker, 'GET', path)).body as {
        answers: Told[];
        next: string;
      };
      told.push(...answers);
      cursor = next;
      more = !wasOver || answers.length > 0;
    }
    return told;
  };

  const kept = () =>
    queryAs(service.adminUrl, `select bucket || '-' || position as id from gateway.answer`) as Promise<
      Told[]
    >;

  it('are those that are kept, each once, and those of one declaration in their order', async () => {
    let isOver = false;
    const polling = poll(() => isOver);
    await Promise.all(ids.map(sayAll));
    while ((await kept()).length < ids.length * EACH) await sleep(50);
    isOver = true;
    const told = await polling;

    expect(told.map(({ id }) => id).sort()).toEqual((await kept()).map(({ id }) => id).sort());
    const inOrder = Array.from({ length: EACH }, (_, index) => String(index + 1));
    for (const id of ids) {
      const reasons = told.filter(({ declarationId }) => declarationId === id).map(({ body }) => body.reason);
      expect(reasons).toEqual(inOrder);
    }
  });
});
