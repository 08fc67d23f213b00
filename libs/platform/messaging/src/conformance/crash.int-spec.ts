import { upTo } from './chance';
import { ended, startListener } from './child/start';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, listen, publish } from './listening';
import { declared } from './office';
import type { PostgresSystem } from './postgres-platform';

const COUNT = 12;
const others = upTo(COUNT).map((number) => `Declared ${number}`);

/** Of a batch, of the first one after that, and of the event alone. */
const CRASHES = 3;

describeEngines('a process that ends without notice', ['postgres', 'kafka'], (start) => {
  it('repeats nothing when it is killed between the commit and all that follows it', async () => {
    const system = (await start()) as PostgresSystem;
    await publish(
      system,
      upTo(COUNT).map((number) => declared('KR-1', number)),
    );
    await ended(startListener(system, { DEADLY_AFTER_COMMIT: `Declared ${COUNT}` }));
    expect(await diaryOf(system, 'KR-1')).toEqual(others);
    await publish(system, [declared('KR-1', COUNT + 1)]);
    const next = await listen(system);
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-1')).toEqual([...others, `Declared ${COUNT + 1}`]);
    expect(await system.stores.release.letters(1)).toEqual([]);
    await next.close();
  });
});

describeEngines('an event that ends the process', ['postgres'], (start) => {
  it('does so three times, then lies with the dead letters, and nobody else is blamed', async () => {
    const system = (await start()) as PostgresSystem;
    await publish(system, [
      ...upTo(COUNT / 2).map((number) => declared('KR-1', number)),
      declared('KR-DEADLY', 99),
      ...upTo(COUNT / 2).map((number) => declared('KR-1', COUNT / 2 + number)),
    ]);
    for (let crashes = 0; crashes < CRASHES; crashes += 1) {
      await ended(startListener(system, { DEADLY: 'Declared 99' }));
    }
    const child = startListener(system, { DEADLY: 'Declared 99' });
    await caughtUp(system);
    const over = ended(child);
    child.kill('SIGKILL');
    await over;
    expect(await diaryOf(system, 'KR-1')).toEqual(others);
    const letters = await system.stores.release.letters(10);
    expect(letters.map(({ reason, event }) => [reason, event.key])).toEqual([
      ['ended the process 3 times', 'KR-DEADLY'],
    ]);
  });
});
