import { bucketOf } from '../bucket';
import { openEpoch } from '../postgres/open-epoch';
import { upTo } from './chance';
import { eventually, publish } from './listening';
import { CONSUMER, declared } from './office';
import type { PostgresSystem } from './postgres-platform';

export const BUCKET = bucketOf('KR-1');

export const say = (system: PostgresSystem, first: number, last: number, note = ''): Promise<void> =>
  publish(
    system,
    upTo(last - first + 1).map((offset) => declared('KR-1', first + offset - 1, note)),
  );

export const entries = (first: number, last: number, note = ''): readonly string[] =>
  upTo(last - first + 1).map((offset) => `Declared ${first + offset - 1}${note}`);

export const readerAt = ({ stores }: PostgresSystem, epoch: number, position: number): Promise<void> =>
  eventually(async () => {
    const { positions } = await stores.release.lane({ consumer: CONSUMER, bucket: BUCKET });
    expect(positions['declarations']).toEqual({ epoch, position });
  });

export const forksIn = async ({ database }: PostgresSystem): Promise<readonly object[]> =>
  (await database.pool.query<object>('select source, epoch, bucket, first, last from release.fork')).rows;

export const openAnew = ({ database }: PostgresSystem): ReturnType<typeof openEpoch> =>
  openEpoch(database.pool, 'declarations', []);
