import { Marks } from '../kafka/marks';
import type { Mark } from '../store/store';
import { describeEngines } from './engines';

const at = (position: number): Mark => ({ epoch: 1, position });

describeEngines('the marks of a service', ['memory', 'postgres'], (start) => {
  it('move in one statement when they move at the same time', async () => {
    const { declarations } = (await start()).stores;
    const statements = jest.spyOn(declarations, 'moveMarks');
    const marks = new Marks(declarations);
    const moves = [1, 2, 3].map((bucket) => marks.move({ bucket, from: at(0), to: at(10 * bucket) }));
    expect(await Promise.all(moves)).toEqual([true, true, true]);
    expect(statements).toHaveBeenCalledTimes(1);
    expect(await Promise.all([0, 1, 2, 3].map((bucket) => declarations.mark(bucket)))).toEqual(
      [0, 10, 20, 30].map(at),
    );
  });

  it('do not move from where they are not, and that holds up no other', async () => {
    const { declarations } = (await start()).stores;
    const marks = new Marks(declarations);
    expect(await marks.move({ bucket: 1, from: at(0), to: at(7) })).toBe(true);
    const moves = [1, 2].map((bucket) => marks.move({ bucket, from: at(0), to: at(9) }));
    expect(await Promise.all(moves)).toEqual([false, true]);
    const ofALaterLife = { epoch: 2, position: 3 };
    expect(await marks.move({ bucket: 2, from: at(9), to: ofALaterLife })).toBe(true);
    expect(await Promise.all([1, 2].map((bucket) => declarations.mark(bucket)))).toEqual([
      at(7),
      ofALaterLife,
    ]);
  });
});
