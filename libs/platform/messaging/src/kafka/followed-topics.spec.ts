import { ALL_BUCKETS } from '../bucket';
import { MemoryLog } from '../memory/memory-log';
import type { Carrier } from './carrier';
import { FollowedTopics } from './followed-topics';

const SOURCE = 'declarations';

describe('the topics that a consumer follows', () => {
  let lives: number;
  let steps: string[];
  let topics: FollowedTopics;

  beforeEach(() => {
    [lives, steps] = [1, []];
    const history = new MemoryLog(() => new Date());
    const firsts = ALL_BUCKETS.map(() => 1);
    history.epochs = () =>
      Promise.resolve(new Map([[SOURCE, [1, 2].slice(0, lives).map((epoch) => ({ epoch, firsts }))]]));
    const carrier: Carrier = {
      ensureTopics: (names) => Promise.resolve(void steps.push(`ensure ${names.join()}`)),
      consume: (_name, names) => ({
        follow: (partitions) => void steps.push(`follow ${names.join()} ${partitions.join()}`),
        close: () => Promise.resolve(void steps.push(`leave ${names.join()}`)),
      }),
      produce: () => Promise.resolve(),
      topics: () => Promise.resolve([]),
      lastRecords: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const listener = { onFollowing: () => undefined, onDelivery: () => true, onCrash: () => undefined };
    topics = new FollowedTopics('release', [SOURCE], carrier, history, listener);
  });

  it('are those of the latest lives', async () => {
    lives = 2;
    await topics.renew();
    topics.follow([3]);
    expect(steps).toEqual(['ensure declarations.2', 'follow declarations.2 3']);
  });

  it('are exchanged when a source begins a new life, for the same partitions', async () => {
    await topics.renew();
    topics.follow([3, 4]);
    lives = 2;
    await topics.renew();
    await topics.renew();
    expect(steps.slice(2)).toEqual([
      'ensure declarations.2',
      'leave declarations.1',
      'follow declarations.2 3,4',
    ]);
  });
});
