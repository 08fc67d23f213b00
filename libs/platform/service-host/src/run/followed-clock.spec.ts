import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClockCourse, followedClock } from './followed-clock';

describe('a clock that another process leads', () => {
  let folder: string;
  const wall = (text: string) => jest.setSystemTime(new Date(text));
  const lead = (course: ClockCourse) => {
    const file = join(folder, 'clock.json');
    writeFileSync(file, JSON.stringify(course));
    return file;
  };
  const noon = { office: '2026-11-20T00:00:00Z', wall: '2026-11-23T12:00:00Z' };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tonggwan-clock-'));
    jest.useFakeTimers();
    wall(noon.wall);
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  it('runs as fast as it is led, but never ahead of the wall clock', () => {
    const clock = followedClock(lead({ ...noon, speed: 3_600 }));
    wall('2026-11-23T12:00:02Z');
    expect(clock.now()).toEqual(new Date('2026-11-20T02:00:00Z'));
    wall('2026-11-23T13:00:00Z');
    expect(clock.now()).toEqual(new Date('2026-11-23T13:00:00Z'));
  });

  it('stands still when it is stopped, without going back', () => {
    const clock = followedClock(lead({ ...noon, speed: 3_600 }));
    wall('2026-11-23T12:00:02Z');
    clock.now();
    lead({ office: '2026-11-20T01:59:00Z', wall: '2026-11-23T12:00:02Z', speed: 0 });
    wall('2026-11-23T12:00:03Z');
    expect(clock.now()).toEqual(new Date('2026-11-20T02:00:00Z'));
    wall('2026-11-23T12:10:00Z');
    expect(clock.now()).toEqual(new Date('2026-11-20T02:00:00Z'));
  });

  it('is nothing without the file', () => {
    expect(() => followedClock(join(folder, 'none.json'))).toThrow('none.json');
  });
});
