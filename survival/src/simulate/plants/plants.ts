import type { Handlers, LaneMove, Received, StateWrite, StoreTransaction } from '@tonggwan/messaging';
import type { RemoteStore } from '../world/remote-store';
import { NOTHING_PLANTED, type Plant, withMember, withTransactions } from './plant';

type Changed = Partial<StoreTransaction>;

const planted = (name: string, change: Partial<Plant>): Plant => ({ ...NOTHING_PLANTED, ...change, name });

/** Rows of one table are read as if nobody else could write them, and written over whatever is there by then. */
function unlocked(
  { database }: RemoteStore,
  transaction: StoreTransaction,
  isTable: (name: string) => boolean,
): Changed {
  return {
    load: (table, keys) => {
      if (!isTable(table)) return transaction.load(table, keys);
      const rows = database.tableOf(table);
      return Promise.resolve(new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)!]] : []))));
    },
    save: (table, writes) =>
      transaction.save(table, isTable(table) ? writes.map((write) => blind(table, write)) : writes),
  };

  function blind(table: string, { key, state }: StateWrite): StateWrite {
    return {
      key,
      state,
      get revision() {
        return database.tableOf(table).get(key)?.revision ?? 0;
      },
    };
  }
}

/** Takes the lane's place in the log for that of whoever asks. */
function unfenced({ database }: RemoteStore, transaction: StoreTransaction): Changed {
  const blind = (consumer: string, { bucket, change }: LaneMove): LaneMove => ({
    bucket,
    change,
    get version() {
      return database.laneNow({ consumer, bucket }).version;
    },
  });
  return {
    holdLanes: () => undefined,
    moveLanes: (consumer, moves) =>
      transaction.moveLanes(
        consumer,
        moves.map((move) => blind(consumer, move)),
      ),
  };
}

/** The lane moves at once and by itself, before what it stands for is done. */
function movedBeforehand({ database }: RemoteStore): Changed {
  return {
    holdLanes: () => undefined,
    moveLanes: (consumer, moves) => {
      database.transact((alone) => alone.moveLanes(consumer, moves)).catch(() => undefined);
    },
  };
}

/** Tells a service of every event as if it were about the latest version that it has heard of. */
function latestVersionOnly(handlers: Handlers): Handlers {
  const latest = new Map<string, number>();
  const asLatest = (event: Received): Received => {
    const data = event.data as { version: number };
    const version = Math.max(data.version, latest.get(event.declarationId) ?? 0);
    latest.set(event.declarationId, version);
    return { ...event, data: { ...data, version } };
  };
  const byType = [...handlers.byType].map(([type, handler]) => {
    const confused: typeof handler = (events, batch) => handler(events.map(asLatest), batch);
    return [type, confused] as const;
  });
  return { ...handlers, byType: new Map(byType) };
}

/** Each takes away one of the things that the promise rests on. */
export const PLANTS: readonly Plant[] = [
  planted('position-not-checked', {
    store: (store) =>
      withMember(store, 'lane', async (name: Parameters<RemoteStore['lane']>[0]) => ({
        ...(await store.lane(name)),
        positions: {},
      })),
  }),
  planted('two-owners-of-a-lane', {
    store: (store) => withTransactions(store, (transaction) => unfenced(store, transaction)),
  }),
  planted('position-committed-before-effects', {
    store: (store) => withTransactions(store, () => movedBeforehand(store)),
  }),
  planted('state-without-its-version', {
    store: (store) => withTransactions(store, (transaction) => unlocked(store, transaction, () => true)),
  }),
  planted('mark-before-acknowledgement', {
    carrier: (carrier) => ({
      ...carrier,
      produce: (topic, parcels) => {
        carrier.produce(topic, parcels).catch(() => undefined);
        return Promise.resolve();
      },
    }),
  }),
  planted('release-ignores-versions', {
    handlers: (service, handlers) => (service === 'release' ? latestVersionOnly(handlers) : handlers),
  }),
  planted('references-not-kept', {
    store: (store) =>
      withTransactions(store, (transaction) => ({
        load: (table, keys) =>
          table === 'gateway.reference' ? Promise.resolve(new Map()) : transaction.load(table, keys),
        save: (table, writes) => {
          if (table !== 'gateway.reference') transaction.save(table, writes);
        },
      })),
  }),
  planted('append-before-commit', {
    store: (store) =>
      withTransactions(store, () => ({
        append: (events) => store.database.apply.append(events),
        appendAt: (events) => store.database.apply.appendAt(events),
      })),
  }),
];
