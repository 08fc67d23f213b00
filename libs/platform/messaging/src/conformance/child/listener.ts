import { Client, Pool } from 'pg';
import { Bell } from '../../engine/signal';
import type { Engine } from '../../engine/engine';
import { KafkaEngine } from '../../kafka/kafka-engine';
import { KafkaJsCarrier } from '../../kafka/kafkajs-carrier';
import { PostgresEngine } from '../../postgres/postgres-engine';
import { PostgresHistory } from '../../postgres/postgres-history';
import { PostgresStore } from '../../postgres/postgres-store';
import { LOOK_MS } from '../kafka-platform';
import { listen } from '../listening';
import { CONSUMER, entryOf, writingDown } from '../office';
import { inRoom } from '../room';

/** A process that listens until it is ended: from outside, or by the entry that `DEADLY` names. */
const { DATABASE = '', BROKERS, ROOM = '', DEADLY, DEADLY_AFTER_COMMIT } = process.env;

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Dies when a transaction in which this entry was heard has been committed, before anybody is told. */
class DeadlyStore extends PostgresStore {
  heard = '';

  override async transact<Result>(...[work]: Parameters<PostgresStore['transact']>): Promise<Result> {
    const result = await super.transact(work);
    if (this.heard === DEADLY_AFTER_COMMIT) die();
    return result as Result;
  }
}

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: DATABASE, max: 8 });
  pool.on('error', () => undefined);
  const bell = new Bell();
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: DATABASE });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const store = (service: string): DeadlyStore => new DeadlyStore(service, service, pool, bell.ring);
  const release = store(CONSUMER);
  const engine = (): Engine => {
    if (!BROKERS) return new PostgresEngine(pool, connect, bell);
    const carrier = inRoom(new KafkaJsCarrier(BROKERS.split(','), 'child'), ROOM);
    return new KafkaEngine(pool, connect, bell, carrier, LOOK_MS);
  };
  const handlers = writingDown((event) => {
    release.heard = entryOf(event);
    if (release.heard === DEADLY) die();
  });
  const stores = { declarations: store('declarations'), payments: store('payments'), release };
  const system = { stores, history: new PostgresHistory(pool), engine, stop: () => pool.end() };
  await listen(system, handlers);
}

void main();
