import type { Answer, Call } from '@tonggwan/clearance';
import { Lookups } from './lookups';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const doorWith = (answer: (id: string) => Partial<Answer>) => ({
  call: ({ path }: Call) =>
    Promise.resolve({ status: 200, body: '', retryAfterMs: 0, ...answer(path.split('/').at(-1)!) }),
  close: () => undefined,
});
const stateOf = (id: string) => ({ body: JSON.stringify({ id, status: 'accepted' }) });

describe('look-ups beside a load', () => {
  it('ask for what was lodged, so many a second, and count those of a window', async () => {
    const asked = new Set<string>();
    const door = doorWith((id) => stateOf((asked.add(id), id)));
    const from = Date.now();
    const lookups = new Lookups(door, ['one', 'other'], 200);
    await pause(300);
    await lookups.finish();
    const { length } = lookups.waitsWithin(from, Date.now() + 1);
    expect(length).toBeGreaterThan(10);
    expect(length).toBeLessThanOrEqual(80);
    expect([...asked].sort()).toEqual(['one', 'other']);
    expect(lookups.waitsWithin(from - 1_000, from)).toEqual([]);
  });

  it('wait from when they were due, however late the door is', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const { call, close } = doorWith(stateOf);
    const door = { call: (one: Call) => opened.then(() => call(one)), close };
    const lookups = new Lookups(door, ['one'], 1_000);
    await pause(200);
    const openedAt = Date.now();
    open();
    await lookups.finish();
    expect(Math.max(...lookups.waitsWithin(openedAt, Infinity))).toBeGreaterThanOrEqual(150);
  });

  it('ask nothing while nothing was lodged', async () => {
    const lookups = new Lookups(
      doorWith(() => ({ status: 404 })),
      [],
      200,
    );
    await pause(50);
    await lookups.finish();
    expect(lookups.waitsWithin(0, Infinity)).toEqual([]);
  });

  it.each([
    ['refused', () => ({ status: 404, body: 'not found' })],
    ['told of another declaration', () => stateOf('third')],
    ['told no state', (id: string) => ({ body: JSON.stringify({ id }) })],
  ])('fail the row when one is %s', async (_, answer) => {
    const lookups = new Lookups(doorWith(answer), ['one'], 200);
    await pause(50);
    await expect(lookups.finish()).rejects.toThrow('a look-up was answered');
  });
});
