import { sleep } from '@tonggwan/messaging';
import { queryAs } from '@tonggwan/testing';
import { untilQuiet } from '../summary/quiet';
import { summaryOf } from '../summary/summary';
import { consignment } from './consignments.fixture';
import { type House, openHouse, until } from './house.fixture';
import { lodged, type Receipt, shown } from './lodging.fixture';
import { meanwhile } from './meanwhile.fixture';
import type { Answer, ProblemBody } from './visitor.fixture';

const GONE_MS = 30_000;
/** However long the database is gone, nobody waits longer for an answer. */
const ANSWERED_MS_MAX = 20_000;

type Lodging = Answer<Receipt & ProblemBody> & { readonly lrn: string; readonly ms: number };

describe('the database', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  const processes = async (): Promise<{ postmaster: number; others: number[] }> => {
    const [row] = (await queryAs(
      house.databaseUrl,
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster,
         (select array_agg(pid) from pg_stat_activity where pid <> pg_backend_pid()) as others`,
    )) as { postmaster: number; others: number[] }[];
    return row!;
  };

  const lodge = async (lrn: string): Promise<Lodging> => {
    const began = performance.now();
    const answer = await house.as.broker.post<Receipt & ProblemBody>('/declarations', consignment(lrn));
    return { ...answer, lrn, ms: performance.now() - began };
  };

  /** Everybody was answered, and told when to try again where it could not be; nothing that was taken is lost. */
  const expectNothingLost = async (lodgings: readonly Lodging[]) => {
    expect(Math.max(...lodgings.map(({ ms }) => ms))).toBeLessThan(ANSWERED_MS_MAX);
    const refused = lodgings.filter(({ status }) => status !== 202);
    for (const { status, headers, body } of refused) {
      expect([status, `${body.title}, ${headers.get('retry-after')} s`]).toEqual([
        503,
        // Whoever comes while another has waited for long is not even let in.
        expect.stringMatching(/^(not-available, 2|too-busy, 1) s$/),
      ]);
    }
    const taken = new Map(
      lodgings.flatMap(({ lrn, body, status }) => (status === 202 ? [[lrn, body.id]] : [])),
    );
    for (const { lrn } of lodgings) {
      const { id } = await lodged(house.as.broker, consignment(lrn));
      expect({ lrn, id }).toEqual({ lrn, id: taken.get(lrn) ?? id });
      expect(await shown(house.as.broker, id)).toMatchObject({ status: 'registered' });
    }
    await untilQuiet(house.databaseUrl, () => undefined);
  };

  const isReady = () => house.withoutToken.get('/health/ready');

  it('stands still for a while: lodgings wait or are told to come again, and all goes on', async () => {
    const { postmaster, others } = await processes();
    const all = [postmaster, ...others];
    const trouble = (async () => {
      all.forEach((pid) => process.kill(pid, 'SIGSTOP'));
      await sleep(GONE_MS);
      all.forEach((pid) => process.kill(pid, 'SIGCONT'));
    })();
    const lodgings = await meanwhile(trouble, (number) => lodge(`STILL-${number}`));
    expect(lodgings.length).toBeGreaterThan(10);
    await expectNothingLost(lodgings);
  }, 180_000);

  it('breaks down and comes again: lodgings are told to come again, and all goes on', async () => {
    const { postmaster, others } = await processes();
    const trouble = (async () => {
      // One process that dies takes all others with it, and the postmaster begins anew, but not while it is stopped.
      process.kill(postmaster, 'SIGSTOP');
      others.forEach((pid) => process.kill(pid, 'SIGKILL'));
      await sleep(GONE_MS);
      process.kill(postmaster, 'SIGCONT');
    })();
    const lodgings = await meanwhile(trouble, (number) => lodge(`BROKEN-${number}`));
    expect(lodgings.some(({ status }) => status === 503)).toBe(true);
    await until(isReady, ({ status }) => status === 200);
    await expectNothingLost(lodgings);
  }, 180_000);

  it('has in the end what everybody was told, each reference once', async () => {
    const [row] = (await queryAs(
      house.databaseUrl,
      'select count(*)::int as references, count(distinct state ->> $1)::int as declarations from gateway.reference',
      ['declarationId'],
    )) as { references: number; declarations: number }[];
    const { references, declarations } = row!;
    const { lodged: count, status } = await summaryOf(house.databaseUrl);
    expect([declarations, count, status.registered]).toEqual([references, references, references]);
    expect(await house.withoutToken.get('/health/live')).toMatchObject({ status: 200 });
  }, 60_000);
});
