import { Client, type Pool } from 'pg';
import { hotPool } from '../../postgres/hot-pool';
import { Bell } from '../../engine/bell';
import type { Engine } from '../../engine/engine';
import { KafkaEngine } from '../../kafka/kafka-engine';
import { KafkaJsCarrier } from '../../kafka/kafkajs-carrier';
import { PostgresEngine } from '../../postgres/postgres-engine';
import { PostgresHistory } from '../../postgres/postgres-history';
import { PostgresStore } from '../../postgres/postgres-store';
import type { StoreTransaction } from '../../store/store';
import { LOOK_MS } from '../kafka-platform';
import { listen } from '../listening';
import { CONSUMER, entryOf, writingDown } from '../office';
import { inRoom } from '../room';

const REPORT_MS = 100;

/** A process that listens until it is ended: from outside, with its parent, or by the entry that `DEADLY` names. */
const { DATABASE = '', BROKERS, ROOM = '', DEADLY, DEADLY_AFTER_COMMIT } = process.env;

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Dies when this entry has been committed, before anybody is told. */
class DeadlyStore extends PostgresStore {
  constructor(
    service: string,
    private readonly own: Pool,
    bell: Bell,
  ) {
    super(service, service, own, bell);
  }

  override async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result> {
    const result = await super.transact(work);
    if (DEADLY_AFTER_COMMIT && (await this.isWritten(DEADLY_AFTER_COMMIT))) die();
    return result;
  }

  private async isWritten(entry: string): Promise<boolean> {
    const text = `select from release.diary where state -> 'entries' ? $1`;
    return (await this.own.query(text, [entry])).rowCount === 1;
  }
}

async function main(): Promise<void> {
  const pool = hotPool({ connectionString: DATABASE, max: 8 });
  pool.on('error', () => undefined);
  const bell = new Bell();
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: DATABASE });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const store = (service: string): DeadlyStore => new DeadlyStore(service, pool, bell);
  const engine = (): Engine => {
    if (!BROKERS) return new PostgresEngine(pool, connect, bell);
    const carrier = inRoom(new KafkaJsCarrier(BROKERS.split(','), 'child'), ROOM);
    const history = new PostgresHistory(pool);
    return new KafkaEngine('child', { history, connect, bell, carrier, lookMs: LOOK_MS });
  };
  const handlers = writingDown((event) => {
    if (entryOf(event) === DEADLY) die();
  });
  const stores = {
    declarations: store('declarations'),
    payments: store('payments'),
    release: store(CONSUMER),
  };
  const system = { stores, history: new PostgresHistory(pool), engine, stop: () => pool.end() };
  const { subscription } = await listen(system, handlers);
  setInterval(() => process.send?.(subscription.lanes().map(({ name }) => name.bucket)), REPORT_MS);
}

process.on('disconnect', () => process.exit());
void main();
