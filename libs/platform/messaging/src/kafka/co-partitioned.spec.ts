import { ALL_BUCKETS } from '../bucket';
import { coPartitioned } from './co-partitioned';

const both = ['declarations.1', 'payments.1'];

describe('the buckets of a group', () => {
  it('are shared out evenly, each to one member for all its topics', () => {
    const members = ['b', 'a', 'c'].map((id) => ({ id, topics: both }));
    expect(Object.fromEntries(coPartitioned(members, ALL_BUCKETS))).toEqual({
      a: [0, 3, 6],
      b: [1, 4, 7],
      c: [2, 5],
    });
  });

  it('go to those who read the most topics while two versions run side by side', () => {
    const members = [
      { id: 'old', topics: ['declarations.1'] },
      { id: 'new', topics: both },
    ];
    expect(Object.fromEntries(coPartitioned(members, ALL_BUCKETS))).toEqual({
      old: [],
      new: [...ALL_BUCKETS],
    });
  });
});
