import type { Join } from './keep-joined';
import { Membership } from './membership';

const settled = () => new Promise(setImmediate);

describe('a reader that follows other partitions', () => {
  const office = () => {
    const steps: string[] = [];
    const join = (partitions: readonly number[]): Join => {
      return () => {
        steps.push(`joins for ${partitions.join()}`);
        return Promise.resolve(() => Promise.resolve(void steps.push(`leaves ${partitions.join()}`)));
      };
    };
    return { steps, reader: new Membership(join, () => undefined) };
  };

  it('leaves before it joins anew, and is nowhere when it follows nothing', async () => {
    const { steps, reader } = office();
    reader.follow([1, 2]);
    await settled();
    reader.follow([3]);
    await settled();
    await reader.close();
    expect(steps).toEqual(['joins for 1,2', 'leaves 1,2', 'joins for 3', 'leaves 3']);
  });

  it('passes over what it was asked for and need not do any more', async () => {
    const { steps, reader } = office();
    for (const last of [1, 2, 3]) reader.follow([last]);
    await settled();
    await reader.close();
    expect(steps).toEqual(['joins for 3', 'leaves 3']);
  });
});
