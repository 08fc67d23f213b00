import type { Call, Door } from '@tonggwan/clearance';
import { Doors } from './doors';

const CALL: Call = { method: 'GET', path: '/' };

/** A door that answers its own name, or breaks. */
function doorNamed(body: string, breaks = false) {
  const met = { calls: 0 };
  const call = () => {
    met.calls += 1;
    return breaks
      ? Promise.reject(new Error(`${body} broke`))
      : Promise.resolve({ status: 200, body, retryAfterMs: 0 });
  };
  return { met, door: { call, close: () => undefined } as unknown as Door };
}

describe('the doors of several processes', () => {
  it('are taken in turn', async () => {
    const doors = new Doors([doorNamed('one').door, doorNamed('other').door], false);
    const bodies = [await doors.call(CALL), await doors.call(CALL), await doors.call(CALL)].map(
      ({ body }) => body,
    );
    expect(bodies).toEqual(['one', 'other', 'one']);
  });

  it('are left for another when one breaks that may, and nobody comes again to it', async () => {
    const broken = doorNamed('one', true);
    const doors = new Doors([broken.door, doorNamed('other').door], true);
    for (let count = 0; count < 3; count += 1) expect((await doors.call(CALL)).body).toBe('other');
    expect(broken.met.calls).toBe(1);
  });

  it('are sent the same message again by whoever was cut off, but not for ever', async () => {
    const cut = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const once = jest.fn().mockRejectedValueOnce(cut).mockResolvedValue({ status: 202 });
    const always = jest.fn().mockRejectedValue(cut);
    const doorOf = (call: jest.Mock) => ({ call }) as unknown as Door;
    expect(await new Doors([doorOf(once)], false).call(CALL)).toEqual({ status: 202 });
    await expect(new Doors([doorOf(always)], false).call(CALL)).rejects.toThrow('ECONNRESET');
    expect(once.mock.calls).toEqual([[CALL], [CALL]]);
  });

  it('say so when one breaks that must not, or the last one does', async () => {
    const one = doorNamed('one', true).door;
    await expect(new Doors([one, doorNamed('other').door], false).call(CALL)).rejects.toThrow('one broke');
    await expect(new Doors([one], true).call(CALL)).rejects.toThrow('one broke');
  });
});
