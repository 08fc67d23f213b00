import { MemoryLog } from '../memory/memory-log';
import { upTo } from '../conformance/chance';
import { declared } from '../conformance/office';
import { bucketOf } from '../bucket';
import { Recent } from './recent';
import { RecentHistory } from './recent-history';

const BUCKET = bucketOf('KR-1');

/** An outbox of five, of which the process itself has written the last three. */
async function logWithTail(): Promise<{ history: RecentHistory; reads: number[] }> {
  const log = new MemoryLog(() => new Date());
  log.append(
    'declarations',
    upTo(5).map((number) => declared('KR-1', number)),
  );
  const recent = new Recent();
  recent.enlist({ sources: ['declarations'], positionIn: () => 0 });
  recent.add((await log.read('declarations', BUCKET, 0, 10)).slice(2));
  const reads: number[] = [];
  const outboxes = {
    heads: log.heads.bind(log),
    epochs: log.epochs.bind(log),
    readEach: log.readEach.bind(log),
    read: (source: string, bucket: number, after: number, limit: number) => {
      reads.push(after);
      return log.read(source, bucket, after, limit);
    },
  };
  return { history: new RecentHistory(recent, outboxes), reads };
}

describe('a history with its end at hand', () => {
  it('asks the outbox only for what is not there', async () => {
    const { history, reads } = await logWithTail();
    const positions = async (after: number) =>
      (await history.read('declarations', BUCKET, after, 10)).map(({ position }) => position);
    expect(await positions(2)).toEqual([3, 4, 5]);
    expect(reads).toEqual([]);
    expect(await positions(1)).toEqual([2, 3, 4, 5]);
    expect(reads).toEqual([1]);
  });

  it('answers several sources, each from where it is', async () => {
    const { history } = await logWithTail();
    const from = new Map([
      ['declarations', 4],
      ['payments', 0],
    ]);
    const read = await history.readEach(from, BUCKET, 10);
    expect(read.map(({ source, position }) => `${source} ${position}`)).toEqual(['declarations 5']);
  });
});
