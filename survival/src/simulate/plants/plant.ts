import type { Carrier, Handlers, StoreTransaction } from '@tonggwan/messaging';
import type { RemoteStore } from '../world/remote-store';

/** A fault put in on purpose, to see that it is found. The product's code is as it is; what surrounds it is not. */
export interface Plant {
  readonly name: string;
  store(store: RemoteStore): RemoteStore;
  carrier(carrier: Carrier): Carrier;
  handlers(service: string, handlers: Handlers): Handlers;
}

export const NOTHING_PLANTED: Plant = {
  name: 'none',
  store: (store) => store,
  carrier: (carrier) => carrier,
  handlers: (_service, handlers) => handlers,
};

/** The same store, but for one of its members. */
export function withMember(store: RemoteStore, member: string, value: unknown): RemoteStore {
  return new Proxy(store, { get: (target, name) => (name === member ? value : Reflect.get(target, name)) });
}

/** The same store with transactions that are not what they seem. */
export function withTransactions(
  store: RemoteStore,
  change: (transaction: StoreTransaction) => Partial<StoreTransaction>,
): RemoteStore {
  const seen: RemoteStore['seen'] = (transaction) => {
    const before = store.seen(transaction);
    const changed = change(before);
    return new Proxy(before, {
      get: (target, name) => Reflect.get(changed, name) ?? Reflect.get(target, name),
    });
  };
  return withMember(store, 'seen', seen);
}
