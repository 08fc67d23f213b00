import { Unprocessable } from '../errors';
import type { Received } from '../event';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, eventually, listen, publish } from './listening';
import { declared, entryOf, paid, UNREADABLE, writingDown } from './office';

const ALL = ['memory', 'postgres', 'kafka'] as const;

/** Trips over the second event of KR-1 until somebody has mended it. */
function tripping(): { mended: boolean; over: (event: Received) => void } {
  const trap = {
    mended: false,
    over: (event: Received): void => {
      const trips = event.declarationId === 'KR-1' && entryOf(event) === 'Declared 2';
      if (trips && !trap.mended) throw new Unprocessable('no such office');
    },
  };
  return trap;
}

describeEngines('an event that cannot take effect', ALL, (start) => {
  it('lies with the dead letters, its followers behind it, and everything else goes on', async () => {
    const system = await start();
    const listening = await listen(system, writingDown(tripping().over));
    await publish(system, [...upTo(4).map((number) => declared('KR-1', number)), paid('KR-1', 1)]);
    await publish(system, [declared('KR-2', 1)]);
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-2')).toEqual(['Declared 1']);
    const letters = await system.stores.release.letters(10);
    const dead = letters.filter(({ parked }) => !parked);
    expect(dead.map(({ reason }) => reason)).toEqual(['Unprocessable: no such office']);
    const seen = await diaryOf(system, 'KR-1');
    expect(letters).toHaveLength(5 - seen.length);
    expect(seen).not.toContain('Declared 3');
    await listening.close();
  });

  it('is found at once where it cannot even be read: nobody else is tried again', async () => {
    const system = await start();
    const listening = await listen(system);
    const some = [
      declared('KR-1', 1),
      declared('KR-1', UNREADABLE),
      declared('KR-1', 3),
      declared('KR-2', 1),
    ];
    await publish(system, some);
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1']);
    expect(await diaryOf(system, 'KR-2')).toEqual(['Declared 1']);
    const letters = await system.stores.release.letters(10);
    expect(letters.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('/number is none'),
      'waits behind a dead letter',
    ]);
    expect(listening.failures).toEqual([]);
    await listening.close();
  });

  it('takes effect when it is replayed after the mending, and its followers after it', async () => {
    const system = await start();
    const trap = tripping();
    const listening = await listen(system, writingDown(trap.over));
    await publish(
      system,
      upTo(4).map((number) => declared('KR-1', number)),
    );
    await caughtUp(system);
    const [dead] = await system.stores.release.letters(1);
    trap.mended = true;
    expect(await system.stores.release.requestReplay(dead!.id)).toBe(true);
    await publish(system, [declared('KR-1', 5)]);
    await eventually(async () => expect(await system.stores.release.letters(1)).toEqual([]));
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-1')).toEqual(upTo(5).map((number) => `Declared ${number}`));
    await listening.close();
  });

  it('stays dead with one more attempt when it is replayed too early', async () => {
    const system = await start();
    const listening = await listen(system, writingDown(tripping().over));
    await publish(system, [declared('KR-1', 1), declared('KR-1', 2), declared('KR-1', 3)]);
    await caughtUp(system);
    const [dead] = await system.stores.release.letters(1);
    await system.stores.release.requestReplay(dead!.id);
    await eventually(async () => {
      const letters = await system.stores.release.letters(10);
      expect(letters.map(({ attempts }) => attempts)).toEqual([2, 1]);
    });
    expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1']);
    await listening.close();
  });

  it('is found out by its time when its handler never ends', async () => {
    const system = await start();
    const handlers = writingDown((event) =>
      entryOf(event) === 'Declared 2' ? new Promise<void>(() => undefined) : undefined,
    );
    const listening = await listen(system, handlers, { settings: { handlerMsMax: 150 } });
    await publish(system, [declared('KR-1', 1), declared('KR-1', 2), declared('KR-2', 3)]);
    await caughtUp(system);
    const letters = await system.stores.release.letters(10);
    expect(letters.map(({ reason }) => reason)).toEqual(['TimedOut: Declared took more than 150 ms']);
    expect(await diaryOf(system, 'KR-2')).toEqual(['Declared 3']);
    await listening.close();
  });
});

describeEngines('a bad deployment', ALL, (start) => {
  it('stops the lane instead of filling the dead letters', async () => {
    const system = await start();
    const handlers = writingDown(() => {
      throw new Unprocessable('always');
    });
    const listening = await listen(system, handlers, { settings: { poisonsPerMinuteMax: 3 } });
    await publish(
      system,
      upTo(20).map((number) => declared('KR-1', number)),
    );
    await publish(
      system,
      upTo(200).map((number) => declared(`KR-${number}`, 1)),
    );
    await eventually(() =>
      expect(listening.subscription.fault()).toBe('more than 3 dead letters in a minute'),
    );
    await listening.close();
    const dead = (await system.stores.release.letters(1000)).filter(({ parked }) => !parked);
    expect(dead.length).toBeLessThanOrEqual(8 * 4);
  });

  it('stops the lane at a table that is not there, and the next one goes on from there', async () => {
    const system = await start();
    const handlers = writingDown(() => {
      throw Object.assign(new Error('relation "release.missing" does not exist'), { code: '42P01' });
    });
    const broken = await listen(system, handlers);
    await publish(system, [declared('KR-1', 1)]);
    await eventually(() => expect(broken.subscription.fault()).toContain('does not exist'));
    await broken.close();
    const mended = await listen(system);
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1']);
    expect(await system.stores.release.letters(1)).toEqual([]);
    await mended.close();
  });
});

describeEngines('data that PostgreSQL does not take', ['postgres', 'kafka'], (start) => {
  const unstorable = [
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ];

  it.each(unstorable)('lies with the dead letters when %s would go into a state', async (_name, note) => {
    const system = await start();
    const listening = await listen(system);
    await publish(system, [declared('KR-1', 1, note), declared('KR-1', 2), paid('KR-2', 1)]);
    await caughtUp(system);
    expect(await diaryOf(system, 'KR-2')).toEqual(['Paid 1']);
    const [dead] = await system.stores.release.letters(10);
    expect(JSON.parse(dead!.event.data)).toMatchObject({ note });
    await listening.close();
  });

  it.each(unstorable)('lies with the dead letters when a handler complains of %s', async (_name, note) => {
    const system = await start();
    const handlers = writingDown(() => {
      throw new Unprocessable(`not a name: ${note}`);
    });
    const listening = await listen(system, handlers);
    await publish(system, [declared('KR-1', 1)]);
    await caughtUp(system);
    const [dead] = await system.stores.release.letters(10);
    expect(dead?.reason).toBe('Unprocessable: not a name: a\ufffdb');
    await listening.close();
  });
});
