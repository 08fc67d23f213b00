import { type DeclarationAccepted, faultsOf, type RiskAssessed } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { Batch, MemoryLog, MemoryStore, type Received } from '@tonggwan/messaging';
import { EVENT_TYPES } from '@tonggwan/service-host';
import { accepted } from './accepted.fixture';
import { profile, watching } from './domain/watched-goods.fixture';
import { riskScreening } from './index';
import { RiskScreeningConsumer } from './risk-screening.consumer';

const now = () => new Date('2026-11-23T01:00:00Z');
const PLACE = { source: 'declarations', epoch: 1, bucket: 0, position: 1, at: now().toISOString() };

/** The service on a log and store in memory, with office 40 in place of the example's. */
function service(pack: CountryPack) {
  const log = new MemoryLog(now);
  const store = new MemoryStore('risk-screening', log, now);
  const office: CountryPack['office'] = (code, on) => pack.office(`0${code}`, on);
  const consumer = new RiskScreeningConsumer({ now }, { ...pack, office }, 'seed');
  const screen = (...events: DeclarationAccepted[]) =>
    store.transact(async (transaction) => {
      const batch = new Batch(transaction, EVENT_TYPES);
      const received = events.map((data): Received<DeclarationAccepted> => ({
        ...{ ...PLACE, type: 'DeclarationAccepted', declarationId: data.declarationId, data },
      }));
      for (const table of riskScreening.tables)
        await batch.load(
          table,
          received.flatMap((event) => table.keysOf(event, batch)),
        );
      await consumer.screen(received, batch);
      batch.flush();
    });
  const said = async (): Promise<RiskAssessed[]> => {
    const buckets = Array.from({ length: 8 }, (_, bucket) => log.read('risk-screening', bucket, 0, 1000));
    return (await Promise.all(buckets)).flat().map(({ data }) => JSON.parse(data) as RiskAssessed);
  };
  return { screen, said };
}

const channelsOf = (events: readonly RiskAssessed[]) => events.map(({ channel }) => channel).sort();
const watched = profile('watches', { commodityPrefix: '9101' });

describe('the consumer of risk-screening', () => {
  it('says the channel of an accepted declaration, in the words of the contract', async () => {
    const { screen, said } = service(watching({ profiles: [watched] }));
    await screen(accepted());
    const [event] = await said();
    expect(event).toMatchObject({ channel: 'red', reasons: [{ code: 'watches' }], office: '40', version: 1 });
    expect(faultsOf('RiskAssessed', event)).toEqual([]);
  });

  it('says it once for each version, in one batch or several', async () => {
    const { screen, said } = service(watching({ profiles: [watched] }));
    await screen(accepted(), accepted(), accepted({ version: 2 }));
    await screen(accepted(), accepted({ version: 2 }));
    expect((await said()).map(({ version }) => version)).toEqual([1, 2]);
  });

  it("never goes beyond the day's inspections, in one batch or several", async () => {
    const { screen, said } = service(watching({ profiles: [watched], inspectionsPerDay: 3 }));
    await screen(...[1, 2].map((number) => accepted({ number })));
    await screen(...[3, 4, 5].map((number) => accepted({ number })));
    await screen(accepted({ number: 6 }));
    expect(channelsOf(await said())).toEqual(['red', 'red', 'red', 'yellow', 'yellow', 'yellow']);
  });

  it('keeps the floor of chance from the profiles', async () => {
    const greedy = watching({ profiles: [watched], inspectionsPerDay: 10, floorPercent: 30 });
    const { screen, said } = service(greedy);
    await screen(...Array.from({ length: 20 }, (_, index) => accepted({ number: index + 1 })));
    expect(channelsOf(await said()).filter((channel) => channel === 'red')).toHaveLength(7);
  });

  it('has chance within the same inspections', async () => {
    const { screen, said } = service(watching({ randomPercent: 100, inspectionsPerDay: 2 }));
    await screen(...[1, 2, 3].map((number) => accepted({ number })));
    const events = await said();
    expect(channelsOf(events)).toEqual(['red', 'red', 'yellow']);
    expect(events.every(({ random }) => random)).toBe(true);
  });

  it('knows a trader from his second declaration on, but not in a later version of the first', async () => {
    const { screen, said } = service(watching({ profiles: [profile('new', { firstTimeTrader: true })] }));
    const importer = 'IMPORTER-1';
    await screen(accepted({ number: 1, importer }), accepted({ number: 2, importer }));
    await screen(accepted({ number: 1, importer, version: 2 }));
    const firstTime = (await said()).filter(({ reasons }) => reasons.some(({ code }) => code === 'new'));
    expect(
      firstTime.map(({ declarationId, version }) => [Number(declarationId.slice(-12)), version]),
    ).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });
});
