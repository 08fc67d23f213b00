import type { DutySecured, LodgementReceived } from '@tonggwan/contracts';
import { hotPool, type OutgoingEvent, PostgresStore, schemaOf } from '@tonggwan/messaging';
import { EVENT_TYPES } from '@tonggwan/service-host';
import { queryAs } from '@tonggwan/testing';
import { untilQuiet } from '../summary/quiet';
import { consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedInto, shown, shownWhen } from './lodging.fixture';

/**
 * No door takes an amendment yet, so the second version comes as it will then: the gateway says it in its log, and
 * everybody else hears it there.
 */
describe('a declaration that has a second version', () => {
  let house: House;
  let id: string;
  let first: LodgementReceived;

  const payable = (lrn: string) => consignment(lrn, { mass: '20', price: '330000' });

  beforeAll(async () => {
    house = await openHouse('kr');
    id = await lodgedInto('green', house, payable);
    const lodgements = await queryAs(
      house.databaseUrl,
      `select data::jsonb as data from gateway.outbox where key = $1 and type = 'LodgementReceived'`,
      [id],
    );
    first = (lodgements as { data: LodgementReceived }[])[0]!.data;
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const say = async (event: OutgoingEvent) => {
    const owner = EVENT_TYPES.sourceOf(event.type)!;
    const pool = hotPool({ connectionString: house.databaseUrl, max: 1 });
    const store = new PostgresStore(owner, schemaOf(owner), pool);
    await store.transact((transaction) => transaction.append([event]));
    await pool.end();
    await untilQuiet(house.databaseUrl, () => undefined);
  };

  const pay = (notice: { number: string; amount: object }, reference: string) =>
    house.as.bank.post('/payments', { noticeNumber: notice.number, amount: notice.amount, reference });

  it('is not released by duty that was secured for the first', async () => {
    const { notice: firstNotice, outstanding } = await shown(house.as.broker, id);
    expect(outstanding).toEqual(['payment']);

    const declaration = consignment(first.lrn, { mass: '20', price: '340000' });
    const second: LodgementReceived = { ...first, version: 2, declaration };
    await say({ type: 'LodgementReceived', data: second });
    const isSecond = ({ version, notice }: { version: number; notice?: object }) => version === 2 && !!notice;
    const { notice } = await shownWhen(house.as.broker, id, isSecond);
    expect(notice!.amount).not.toEqual(firstNotice!.amount);

    const { declarationId, party, version, receivedAt: securedAt } = first;
    const about = { declarationId, party, version };
    const secured: DutySecured = {
      ...about,
      ...{ how: 'paid', amount: firstNotice!.amount, reference: 'BANK-0', securedAt },
    };
    await say({ type: 'DutySecured', data: secured });
    const now = await shown(house.as.broker, id);
    expect(now).toMatchObject({ status: 'accepted', version: 2, outstanding: ['payment'] });

    expect(await pay(firstNotice!, 'BANK-1')).not.toMatchObject({ status: 200 });
    expect(await shown(house.as.broker, id)).toMatchObject({ status: 'accepted' });
  }, 120_000);

  it('is released once, by what was secured for the second', async () => {
    const { notice } = await shown(house.as.broker, id);
    expect(await pay(notice!, 'BANK-2')).toMatchObject({ status: 200 });
    await shownWhen(house.as.broker, id, ({ status }) => status === 'cleared');
    await untilQuiet(house.databaseUrl, () => undefined);
    const { body } = await house.as.broker.get<{ answers: { type: string; version: number }[] }>(
      `/declarations/${id}/answers`,
    );
    const releases = body.answers.filter(({ type }) => type === 'released');
    expect(releases.map(({ version }) => version)).toEqual([2]);
  }, 120_000);
});
