import type { CarriedRecord, Carrier, Parcel } from './carrier';
import { Post } from './post';

const record = (value: string): CarriedRecord => ({ key: 'KR-1', value, headers: {} });
const parcel = (partition: number): Parcel => ({ partition, records: [record(`of ${partition}`)] });

/** Writes down which partitions each request was for; `isBroken` has one refuse everything. */
function writingDown(isBroken: (partition: number) => boolean = () => false): {
  readonly post: Post;
  readonly requests: number[][];
} {
  const requests: number[][] = [];
  const produce: Carrier['produce'] = async (_topic, parcels) => {
    requests.push(parcels.map(({ partition }) => partition));
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (parcels.some(({ partition }) => isBroken(partition))) throw new Error('not taken');
  };
  const carrier = { produce } as Carrier;
  return { post: new Post('declarations.1', carrier), requests };
}

describe('the post to a topic', () => {
  it('takes what comes together, and what comes meanwhile with the next request', async () => {
    const { post, requests } = writingDown();
    const first = Promise.all([post.send(parcel(1)), post.send(parcel(2))]);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await Promise.all([first, post.send(parcel(3)), post.send(parcel(4))]);
    expect(requests).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('lets one partition in trouble hold up no other', async () => {
    const { post } = writingDown((partition) => partition === 2);
    const ends = await Promise.allSettled([1, 2, 3].map((partition) => post.send(parcel(partition))));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
