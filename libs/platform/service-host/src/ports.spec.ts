import { systemRandom } from './ports';

describe('chance', () => {
  it('never gives the same bytes twice, however many are asked for', () => {
    const given = Array.from({ length: 2_000 }, () => Buffer.from(systemRandom.bytes(16)).toString('hex'));
    expect(new Set(given).size).toBe(2_000);
  });

  it('gives more at once than it fetches', () => {
    expect(systemRandom.bytes(10_000)).toHaveLength(10_000);
  });
});
