import {
  type DeadLetter,
  type LaneName,
  type LaneRow,
  type Mark,
  type MarkMove,
  type MemoryStore,
  type Store,
  type StoreTransaction,
  Unreachable,
  type Versioned,
} from '@tonggwan/messaging';
import type { Life } from './life';

/** A service's database as one process reaches it: over a network, and only as long as the process lives. */
export class RemoteStore implements Store {
  constructor(
    readonly database: MemoryStore,
    private readonly life: Life,
  ) {}

  get service(): string {
    return this.database.service;
  }

  /** Ends in a commit, in none, or in one of which the process never hears. */
  async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result> | Result): Promise<Result> {
    const { service, life } = this;
    await life.step(`${service} begins`);
    const result = await this.database.transact(async (transaction) => {
      const answer = await work(this.seen(transaction));
      await life.step(`${service} commits`);
      return answer;
    });
    life.mayDie(`${service} has committed`);
    if (life.fate.strikes(`outcome unknown: ${service}`, 4))
      throw new Unreachable('connection lost in COMMIT');
    return result;
  }

  lane = (name: LaneName): Promise<LaneRow> => this.read(() => this.database.lane(name));
  buriedKeys = (lane: LaneName): Promise<readonly string[]> =>
    this.read(() => this.database.buriedKeys(lane));
  replayBuckets = (consumer: string): Promise<readonly number[]> =>
    this.read(() => this.database.replayBuckets(consumer));
  requestedReplays = (lane: LaneName): Promise<readonly string[]> =>
    this.read(() => this.database.requestedReplays(lane));
  mark = (bucket: number): Promise<Mark> => this.read(() => this.database.mark(bucket));
  moveMarks = (moves: readonly MarkMove[]): Promise<ReadonlySet<number>> =>
    this.read(() => this.database.moveMarks(moves));
  letters = (limit: number): Promise<readonly DeadLetter[]> => this.read(() => this.database.letters(limit));
  requestReplay = (id: number): Promise<boolean> => this.read(() => this.database.requestReplay(id));

  beHeldAgainst(): void {}

  private async read<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    await this.life.step(`${this.service} is asked`);
    return ask();
  }

  /** A transaction as the process has it: only what it waits for takes time; what it writes goes with the commit. */
  seen(transaction: StoreTransaction): StoreTransaction {
    const load = async (
      table: string,
      keys: readonly string[],
      locked?: boolean,
    ): Promise<Map<string, Versioned<unknown>>> => {
      await this.life.step(`${table} is read`);
      return transaction.load(table, keys, locked);
    };
    const beside = (store: Store): StoreTransaction => {
      if (!(store instanceof RemoteStore)) throw new Error(`${store.service} is not of this world`);
      return store.seen(transaction.beside(store.database));
    };
    return new Proxy(transaction, {
      get: (target, name) => {
        if (name === 'load') return load;
        if (name === 'beside') return beside;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  }
}
