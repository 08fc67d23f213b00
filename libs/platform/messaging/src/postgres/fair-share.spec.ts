import { BUCKETS } from '../bucket';
import { fairShare } from './fair-share';

const shares = (members: number) =>
  Array.from({ length: members }, (_, before) => fairShare(members, before));

describe('the fair shares of the buckets', () => {
  it.each([
    [1, [8]],
    [2, [4, 4]],
    [3, [3, 3, 2]],
    [5, [2, 2, 2, 1, 1]],
    [9, [1, 1, 1, 1, 1, 1, 1, 1, 0]],
  ])('of %i processes leave none with nothing while there is enough', (members, expected) =>
    expect(shares(members)).toEqual(expected),
  );

  it('are all buckets together, however many there are', () => {
    for (let members = 1; members <= 20; members += 1)
      expect(shares(members).reduce((sum, share) => sum + share, 0)).toBe(BUCKETS);
  });
});
