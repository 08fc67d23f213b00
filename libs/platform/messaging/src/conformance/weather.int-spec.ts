import { Client } from 'pg';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, eventually, listen, publish } from './listening';
import { declared } from './office';
import type { PostgresSystem } from './postgres-platform';
import type { System } from './system';

const ENTRIES = 40;
const events = upTo(ENTRIES).map((number) => declared('KR-1', number));
const all = upTo(ENTRIES).map((number) => `Declared ${number}`);

/** The next `times` writes of a diary fail with this code. A sequence counts them, since it is not rolled back. */
const stormSql = (code: string, times: number): string => `
  create sequence release.storm;
  create function release.storm() returns trigger language plpgsql as $$ begin
    if nextval('release.storm') <= ${times} then raise exception 'storm' using errcode = '${code}'; end if;
    return new;
  end $$;
  create trigger storm before insert or update on release.diary for each row execute function release.storm();`;

const databaseOf = (system: System): PostgresSystem['database'] => (system as PostgresSystem).database;

describeEngines('bad weather', ['postgres', 'kafka'], (start) => {
  it.each([
    ['a deadlock', '40P01'],
    ['a statement that took too long', '57014'],
    ['too many connections', '53300'],
    ['a full disk', '53100'],
    ['a lock that took too long', '55P03'],
  ])('makes no dead letter of %s', async (_name, code) => {
    const system = await start();
    await databaseOf(system).pool.query(stormSql(code, 1));
    const listening = await listen(system);
    await publish(system, events);
    await caughtUp(system);
    expect(listening.failures).toContain(code === '57014' ? 'timeout' : 'retry');
    expect(await system.stores.release.letters(1)).toEqual([]);
    expect(await diaryOf(system, 'KR-1')).toEqual(all);
    await listening.close();
  });

  it('makes no dead letter of a PostgreSQL that ends every session and takes none for a second', async () => {
    const system = await start();
    const listening = await listen(system);
    await publish(system, events.slice(0, ENTRIES / 2));
    await outage(databaseOf(system).name);
    await publish(system, events.slice(ENTRIES / 2));
    await caughtUp(system);
    expect(await system.stores.release.letters(1)).toEqual([]);
    expect(await diaryOf(system, 'KR-1')).toEqual(all);
    expect(listening.subscription.fault()).toBeUndefined();
    await eventually(() => expect(listening.subscription.lanes()).toHaveLength(8));
    await listening.close();
  });
});

describeEngines('an event over which a statement loops', ['postgres', 'kafka'], (start) => {
  it('is forgiven twice and lies with the dead letters then, while others go on', async () => {
    const system = await start();
    const { pool, name } = databaseOf(system);
    await pool.query(`
      alter database ${name} set statement_timeout = '200ms';
      create function release.loop() returns trigger language plpgsql as $$ begin
        if new.id = 'KR-LOOP' then perform pg_sleep(60); end if;
        return new;
      end $$;
      create trigger loop before insert or update on release.diary for each row execute function release.loop();`);
    await outageOfSessions(name);
    const listening = await listen(system);
    await publish(system, [declared('KR-LOOP', 1), declared('KR-LOOP', 2), ...events]);
    await caughtUp(system);
    const letters = await system.stores.release.letters(10);
    expect(letters.map(({ event, parked }) => [event.key, parked])).toEqual([
      ['KR-LOOP', false],
      ['KR-LOOP', true],
    ]);
    expect(await diaryOf(system, 'KR-1')).toEqual(all);
    await listening.close();
  });
});

/** As when PostgreSQL restarts. */
async function outage(database: string): Promise<void> {
  await asAdmin(async (admin) => {
    await admin.query(`alter database ${database} allow_connections false`);
    await endSessions(admin, database);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await admin.query(`alter database ${database} allow_connections true`);
  });
}

const outageOfSessions = (database: string): Promise<void> =>
  asAdmin((admin) => endSessions(admin, database));

async function endSessions(admin: Client, database: string): Promise<void> {
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
}

async function asAdmin(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
