import { sleep } from '@tonggwan/messaging';
import { describeWithKafka, queryAs } from '@tonggwan/testing';
import { untilQuiet } from '../summary/quiet';
import { summaryOf } from '../summary/summary';
import { startSplit } from '../system/split-system';
import { Broker } from './broker.fixture';
import { consignment, transportDocument } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { type Receipt, shown } from './lodging.fixture';
import { meanwhile } from './meanwhile.fixture';

const BEFORE_MS = 2_000;
const GONE_MS = 30_000;
const ANSWERED_MS_MAX = 2_000;
/** Until all that was lodged has gone as far as it can. The first six are Kafka's, which waits for members that are no more. */
const RECOVERED_MS_MAX = 45_000;

interface Lodging {
  readonly number: number;
  readonly status: number;
  readonly id: string;
  readonly ms: number;
}

describeWithKafka('the broker', () => {
  let house: House;
  let broker: Broker;
  const lodgings: Lodging[] = [];
  let last = 0;

  beforeAll(async () => {
    broker = await Broker.start();
    house = await openHouse('kr', (options) => startSplit({ ...options, brokers: broker.addresses }));
  }, 180_000);

  afterAll(async () => {
    await house?.close();
    await broker?.stop();
  }, 60_000);

  /** Every other one owes duty, which a notice asks for. */
  const owes = ({ number }: { number: number }) => number % 2 === 0;

  /** Goods come, and their declaration at once after them. */
  const lodge = async (): Promise<Lodging> => {
    const number = (last += 1);
    const declaration = consignment(`GONE-${number}`, owes({ number }) ? { price: '3300000' } : {});
    const arrival = { transportDocument: transportDocument(declaration.functionalReferenceID) };
    expect((await house.as.terminal.post('/arrivals', arrival)).status).toBe(202);
    const began = performance.now();
    const { status, body } = await house.as.broker.post<Receipt>('/declarations', declaration);
    return { number, status, id: body.id, ms: performance.now() - began };
  };

  const health = async (): Promise<number[]> => {
    const looks = ['live', 'ready'].map((name) => house.withoutToken.get(`/health/${name}`));
    return (await Promise.all(looks)).map(({ status }) => status);
  };

  it('is killed while declarations are lodged, and lodging goes on as if it were there', async () => {
    lodgings.push(...(await meanwhile(sleep(BEFORE_MS), lodge)));
    await broker.kill();
    const without = await meanwhile(sleep(GONE_MS), lodge);
    lodgings.push(...without);
    expect(without.length).toBeGreaterThan(50);
    expect(Math.max(...without.map(({ ms }) => ms))).toBeLessThan(ANSWERED_MS_MAX);
    expect(await health()).toEqual([200, 200]);
  }, 60_000);

  it('comes again on what it had, and everything goes on within seconds', async () => {
    lodgings.push(...(await meanwhile(broker.comeAgain(), lodge)));
    const back = performance.now();
    await untilQuiet(house.databaseUrl, () => undefined);
    expect(performance.now() - back).toBeLessThan(RECOVERED_MS_MAX);
  }, 180_000);

  it('has lost nothing of what was lodged and doubled nothing', async () => {
    expect(new Set(lodgings.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(lodgings.map(({ id }) => id)).size).toBe(lodgings.length);
    for (const { id } of lodgings) {
      const { status, outstanding } = await shown(house.as.broker, id);
      expect(status).toBe(outstanding.length > 0 ? 'accepted' : 'cleared');
    }
    const { lodged, outstanding, ledgerSum } = await summaryOf(house.databaseUrl);
    expect({ lodged, owing: outstanding.payment, ledgerSum }).toEqual({
      ...{ lodged: lodgings.length, owing: lodgings.filter(owes).length, ledgerSum: '0' },
    });
    const doubled = 'select from gateway.answer group by declaration_id, type having count(*) > 1';
    expect(await queryAs(house.databaseUrl, doubled)).toEqual([]);
  }, 120_000);
});
