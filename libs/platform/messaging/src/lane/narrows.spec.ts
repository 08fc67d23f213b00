import { Conflict } from '../errors';
import { Narrows, type Passage, type RowsInHand } from './narrows';

const till = (coins: number): RowsInHand =>
  new Map([['payments.till', new Map([['till', { revision: coins, state: coins }]])]]);

async function through(narrows: Narrows, coins: number): Promise<Passage> {
  const passage = narrows.passage();
  await passage.enter();
  passage.leave(till(coins));
  return passage;
}

describe('the narrows', () => {
  it('let one through after the other, in the order in which they came', async () => {
    const narrows = new Narrows();
    const [first, second] = [narrows.passage(), narrows.passage()];
    const inside: string[] = [];
    await first.enter();
    const waiting = second.enter().then(() => inside.push('second'));
    await new Promise(setImmediate);
    inside.push('first');
    first.leave(till(1));
    await waiting;
    expect(inside).toEqual(['first', 'second']);
  });

  it('let those behind on when one fails inside', async () => {
    const narrows = new Narrows();
    const [first, second] = [narrows.passage(), narrows.passage()];
    await first.enter();
    first.end(false);
    await second.enter();
    expect(second.find('payments.till', 'till')).toBeUndefined();
    await second.onFirmGround();
  });

  it('hand the rows of the latest who has left', async () => {
    const narrows = new Narrows();
    await through(narrows, 1);
    await through(narrows, 2);
    expect(narrows.passage().find('payments.till', 'till')).toEqual({ revision: 2, state: 2 });
    expect(narrows.passage().find('payments.till', 'other')).toBeUndefined();
  });

  it('hand no rows of one who has arrived: they are in the database', async () => {
    const narrows = new Narrows();
    const first = await through(narrows, 1);
    first.end(true);
    expect(narrows.passage().find('payments.till', 'till')).toBeUndefined();
  });

  it('keep who was handed a row until that is committed', async () => {
    const narrows = new Narrows();
    const first = await through(narrows, 1);
    const second = narrows.passage();
    second.find('payments.till', 'till');
    const ground = second.onFirmGround().then(() => 'firm');
    expect(await Promise.race([ground, new Promise((resolve) => setImmediate(resolve, 'not yet'))])).toBe(
      'not yet',
    );
    first.end(true);
    expect(await ground).toBe('firm');
  });

  it('have who was handed a row of one that has failed fail as well', async () => {
    const narrows = new Narrows();
    const first = await through(narrows, 1);
    const second = narrows.passage();
    second.find('payments.till', 'till');
    first.end(false);
    await expect(second.onFirmGround()).rejects.toThrow(Conflict);
  });
});
