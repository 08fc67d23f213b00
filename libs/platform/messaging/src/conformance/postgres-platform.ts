import { Bell } from '../engine/bell';
import { Convoys } from '../lane/convoys';
import { PostgresEngine } from '../postgres/postgres-engine';
import { PostgresHistory } from '../postgres/postgres-history';
import { PostgresStore } from '../postgres/postgres-store';
import { testDatabase, type TestDatabase } from './database';
import type { Platform, System } from './system';

export interface PostgresSystem extends System {
  readonly database: TestDatabase;
  readonly bell: Bell;
}

/**
 * @param database what somebody else has prepared
 * @param archive the folder of archived events
 */
export function postgresSystem(database: TestDatabase, archive?: string): PostgresSystem {
  const { pool, connect } = database;
  const bell = new Bell();
  const store = (service: string): PostgresStore => new PostgresStore(service, service, pool, bell);
  return {
    database,
    bell,
    stores: { declarations: store('declarations'), payments: store('payments'), release: store('release') },
    history: new PostgresHistory(pool, archive),
    engine: () => new PostgresEngine(pool, connect, bell, new Convoys(), archive),
    stop: () => database.close(),
  };
}

export const POSTGRES: Platform<PostgresSystem> = {
  name: 'postgres',
  start: async () => postgresSystem(await testDatabase()),
};
