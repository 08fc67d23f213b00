import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastTime } from './office-time';

const BEGIN = { at: new Date('2026-11-20T00:00:00Z'), speed: 3_600 };
const MINUTE = 60_000;

describe('the clock of a simulated day', () => {
  let folder: string;
  const wall = (text: string) => jest.setSystemTime(new Date(text));
  const started = (begin = BEGIN) => {
    const time = FastTime.keptIn(folder, begin);
    time.start();
    return time;
  };
  const minutesSince = (instant: Date) => (instant.getTime() - BEGIN.at.getTime()) / MINUTE;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tonggwan-clock-'));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    wall('2026-11-23T12:00:00Z');
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  it('stands still until it is started', () => {
    const time = FastTime.keptIn(folder, BEGIN);
    wall('2026-11-23T12:00:05Z');
    expect(time.clock.now()).toEqual(BEGIN.at);
    time.start();
    wall('2026-11-23T12:00:06Z');
    expect(minutesSince(time.clock.now())).toBe(60);
  });

  it('shows an hour for each second', () => {
    const { clock } = started();
    wall('2026-11-23T12:00:02Z');
    expect(minutesSince(clock.now())).toBe(120);
  });

  it('stands still while the machine is behind, and goes on from there', () => {
    const time = started();
    wall('2026-11-23T12:00:02Z');
    time.waitFor(true);
    wall('2026-11-23T12:01:00Z');
    expect(minutesSince(time.clock.now())).toBe(120);
    time.waitFor(false);
    wall('2026-11-23T12:01:01Z');
    expect(minutesSince(time.clock.now())).toBe(180);
  });

  it('goes on after a kill where it stood, a few minutes on, however long nobody was there', () => {
    const { clock } = started();
    wall('2026-11-23T12:00:02Z');
    const last = clock.now();
    wall('2026-11-25T12:00:00Z');
    const again = started({ at: new Date(0), speed: 1 }).clock.now();
    expect(again.getTime()).toBeGreaterThanOrEqual(last.getTime());
    expect(minutesSince(again)).toBeLessThanOrEqual(120 + 15);
  });

  it('never shows an instant that is still to come', () => {
    const { clock } = started();
    wall('2026-11-23T12:10:00Z');
    expect(clock.now()).toEqual(new Date('2026-11-23T12:10:00Z'));
  });

  it('can be followed by another process', () => {
    const { file } = started();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      office: '2026-11-20T00:00:00.000Z',
      wall: '2026-11-23T12:00:00.000Z',
      speed: 3_600,
    });
  });

  it('writes no more often than it must', () => {
    const { clock } = started();
    clock.now();
    const written = readFileSync(join(folder, 'clock.json'), 'utf8');
    wall('2026-11-23T12:00:00.200Z');
    clock.now();
    expect(readFileSync(join(folder, 'clock.json'), 'utf8')).toBe(written);
  });
});
