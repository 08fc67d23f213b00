import type { Pool } from 'pg';
import { Bell } from '../engine/bell';
import type { Heads } from '../engine/heads';
import { Knock, newsOf } from './knock';

const SILENCE = 500;

describe('a knock on other processes', () => {
  const bell = new Bell();
  const knocks: string[] = [];
  const pool = {
    query: ({ values }: { values: readonly string[] }) => {
      knocks.push(values[1]!);
      return Promise.reject(new Error('the database is away'));
    },
  };
  let knock: Knock;

  beforeEach(() => {
    jest.useFakeTimers();
    knocks.length = 0;
    knock = new Knock(pool as unknown as Pool, bell, 'payments');
  });
  afterEach(() => jest.useRealTimers());

  it('is given with the first append after a silence, and not again while appends follow', () => {
    knock.give();
    for (let append = 0; append < 20; append += 1) {
      jest.advanceTimersByTime(SILENCE / 2);
      knock.give();
    }
    expect(knocks).toHaveLength(1);
    jest.advanceTimersByTime(SILENCE);
    knock.give();
    expect(knocks).toHaveLength(2);
  });

  it('makes those look who hear of a log from another process, not from their own', () => {
    knock.give();
    const expected: string[] = [];
    const heads = { expect: (source: string) => expected.push(source) } as unknown as Heads;
    newsOf(heads, bell).onKnock(knocks[0]!);
    expect(expected).toEqual([]);
    newsOf(heads, new Bell()).onKnock(knocks[0]!);
    expect(expected).toEqual(['payments']);
  });
});
