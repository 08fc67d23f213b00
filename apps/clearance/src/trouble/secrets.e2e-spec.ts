import { packFor } from '@tonggwan/testing';
import { untilQuiet } from '../summary/quiet';
import { caseOf, decide } from './casework.fixture';
import { consignment, LIVE_EELS, VEHICLE_PARTS } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import { lodgedInto, shown, shownWhen } from './lodging.fixture';

const TODAY = new Date().toISOString().slice(0, 10);
const PROFILES = packFor('kr')
  .riskProfiles(TODAY)
  .flatMap(({ id, text }) => [id, text]);
const REMARK = 'weighed by hand';
const SECRETS = ['channel', 'reasons', 'random', 'profile', 'audit', '"red"', '"blue"', REMARK, ...PROFILES];
const CLEAR = { decision: 'clear', reason: REMARK };

describe('how a declaration was screened', () => {
  let house: House;
  let red: string;
  let blue: string;

  beforeAll(async () => {
    house = await openHouse('kr');
    red = await lodgedInto('red', house, (lrn) => consignment(lrn, LIVE_EELS));
    blue = await lodgedInto('blue', house, (lrn) => consignment(lrn, VEHICLE_PARTS));
    await untilQuiet(house.databaseUrl, () => undefined);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  /** Everything that its owner can read about a declaration, by door. */
  const readable = async (id: string) => {
    const parts = ['', '/timeline', '/assessment', '/answers'].map((part) => `/declarations/${id}${part}`);
    const lists = ['/declarations', '/answers', '/notices', '/time-release?by=step,office,day'];
    const doors = [...parts, `/time-release/${id}`, ...lists];
    const answers = doors.map(async (door) => {
      const { status, body } = await house.as.broker.get(door);
      expect({ door, status }).toEqual({ door, status: 200 });
      return { door, text: JSON.stringify(body) };
    });
    return Promise.all(answers);
  };

  const toldOf = async (id: string, words: readonly string[]) =>
    (await readable(id)).flatMap(({ door, text }) =>
      words
        .filter((word) => text.toLowerCase().includes(word.toLowerCase()))
        .map((word) => `${door}: ${word}`),
    );

  it('is shown to officers, with the reasons', async () => {
    expect(await shown(house.as.officer, red)).toMatchObject({ channel: 'red', reasons: expect.anything() });
    expect(await shown(house.as.officer, blue)).toMatchObject({ channel: 'blue' });
  });

  it('is in no answer to the broker while the goods wait', async () => {
    expect(await shown(house.as.broker, red)).toMatchObject({ status: 'accepted' });
    expect(await toldOf(red, SECRETS)).toEqual([]);
  });

  it('is in no answer to the broker after the decision', async () => {
    await decide(house.as.officer, await caseOf(house, red, 'control'), CLEAR);
    await shownWhen(house.as.broker, red, ({ status }) => status === 'cleared');
    await untilQuiet(house.databaseUrl, () => undefined);
    expect(await toldOf(red, SECRETS)).toEqual([]);
  }, 60_000);

  it('leaves no trace of an audit after the release, neither open nor concluded', async () => {
    await shownWhen(house.as.broker, blue, ({ status }) => status === 'cleared');
    const traces = ['audit', 'control-opened', 'controlOpened', 'concluded', REMARK];
    const doorsOfItsOwn = async () => (await toldOf(blue, traces)).filter((told) => told.includes(blue));
    expect(await doorsOfItsOwn()).toEqual([]);
    const decided = await decide(house.as.officer, await caseOf(house, blue, 'audit'), CLEAR);
    expect(decided.status).toBe(200);
    await untilQuiet(house.databaseUrl, () => undefined);
    expect(await doorsOfItsOwn()).toEqual([]);
  }, 60_000);

  it.each(['/time-release?by=channel', '/time-release?by=step,channel', '/cases', '/cases?kind=control'])(
    'is refused to the broker who asks for it: %s',
    async (door) => expect((await house.as.broker.get(door)).status).toBe(403),
  );
});
