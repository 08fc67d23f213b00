import { bucketOf } from '@tonggwan/messaging';
import { Lodged } from './lodged';

const copies = (count: number, bucket: number) =>
  Array.from({ length: 10_000 }, (_, index) => `id-${index}`)
    .filter((id) => bucketOf(id) === bucket)
    .slice(0, count)
    .map((id) => ({ id, lrn: id, mrn: id, specimen: 0, account: 'a' }));

describe('what bare SQL has yet to write', () => {
  it('is taken from the bucket that has most, as many as a batch may have', async () => {
    const lodged = new Lodged(3);
    lodged.put([...copies(2, 1), ...copies(5, 6)]);
    const sizes = [];
    for (let n = 0; n < 3; n += 1) {
      const batch = await lodged.next();
      sizes.push([batch?.bucket, batch?.copies.length]);
    }
    expect(sizes).toEqual([
      [6, 3],
      [1, 2],
      [6, 2],
    ]);
  });

  it('is waited for, until it is over', async () => {
    const lodged = new Lodged(3);
    const [one, none] = [lodged.next(), lodged.next()];
    lodged.put(copies(1, 4));
    expect((await one)?.bucket).toBe(4);
    lodged.end();
    expect(await none).toBeUndefined();
  });
});
