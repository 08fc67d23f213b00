import { Batch } from '../batch';
import { ALL_BUCKETS, bucketOf } from '../bucket';
import type { Handlers } from '../lane/handlers';
import type { StateTable } from '../state-table';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, listen, publish } from './listening';
import { declared, DIARY, TYPES } from './office';
import type { System } from './system';

interface Account {
  readonly entries: number;
}

/** All lanes debit the same one. */
const ACCOUNT: StateTable<Account> = { name: 'release.account', keysOf: () => ['agent'] };

const debit = (batch: Batch, id: string): void => {
  batch.put(DIARY, id, { entries: [...(batch.state(DIARY, id)?.entries ?? []), 'debited'] });
  batch.put(ACCOUNT, 'agent', { entries: (batch.state(ACCOUNT, 'agent')?.entries ?? 0) + 1 });
  batch.append({ type: 'Written', data: { declarationId: id } });
};

const DEBITING: Handlers = {
  byType: new Map([
    ['Declared', (events, batch) => events.forEach(({ declarationId }) => debit(batch, declarationId))],
  ]),
  tables: [DIARY, ACCOUNT],
};

const IDS = upTo(50).map((number) => `KR-${number}`);
const STATEMENTS = 10;
const ROUNDS = 10;

/** A month's statement: one transaction over declarations in every bucket. */
async function statement({ stores }: System): Promise<void> {
  await stores.release.transact(async (transaction) => {
    const batch = new Batch(transaction, TYPES);
    await batch.load(DIARY, IDS);
    await batch.load(ACCOUNT, ['agent']);
    for (const id of IDS) debit(batch, id);
    batch.flush();
  });
}

describeEngines(
  'a statement over 50 declarations beside 8 lanes that share its account',
  ['postgres'],
  (start) => {
    it('never stands in a deadlock with them, and every debit counts', async () => {
      const system = await start();
      await statement(system);
      const listening = await listen(system, DEBITING);
      const statements = async (): Promise<void> => {
        for (let done = 1; done < STATEMENTS; done += 1) await statement(system);
      };
      const lanes = async (): Promise<void> => {
        for (const round of upTo(ROUNDS)) {
          await publish(
            system,
            IDS.map((id) => declared(id, round)),
          );
        }
      };
      await Promise.all([statements(), lanes()]);
      await caughtUp(system);
      expect(new Set(IDS.map(bucketOf)).size).toBe(ALL_BUCKETS.length);
      expect(listening.failures).toEqual([]);
      for (const id of IDS) expect(await diaryOf(system, id)).toHaveLength(STATEMENTS + ROUNDS);
      const rows = await system.stores.release.transact((transaction) =>
        transaction.load(ACCOUNT.name, ['agent']),
      );
      expect(rows.get('agent')?.state).toEqual({ entries: IDS.length * (STATEMENTS + ROUNDS) });
      await listening.close();
    });
  },
);
