import { Unreachable } from '../errors';
import { hotPool } from '../postgres/hot-pool';
import { PostgresStore } from '../postgres/postgres-store';
import { describeOn } from './engines';
import { Line } from './line.fixture';
import { declared } from './office';
import { POSTGRES } from './postgres-platform';

const QUERY_MS_MAX = 400;

describeOn(POSTGRES, 'a database that vanishes without a word', (start) => {
  it('is given up once, and the next transaction has a connection of its own', async () => {
    const { database, history } = await start();
    const { line, url } = await Line.to(database.url);
    const pool = hotPool({ connectionString: url, max: 1, query_timeout: QUERY_MS_MAX });
    const store = new PostgresStore('declarations', 'declarations', pool);
    const publish = (number: number, before: () => void = () => undefined): Promise<void> =>
      store.transact((transaction) => {
        before();
        return transaction.append([declared('KR-1', number)]);
      });

    const began = performance.now();
    await expect(publish(1, () => line.goDead())).rejects.toBeInstanceOf(Unreachable);
    expect(performance.now() - began).toBeLessThan(2 * QUERY_MS_MAX);
    await publish(2);

    const heads = (await history.heads(['declarations'])).get('declarations')!;
    expect(heads.reduce((sum, head) => sum + head)).toBe(1);
    await pool.end();
    line.close();
  });
});
