import type { Engine } from '../engine/engine';
import { Unprocessable } from '../errors';
import type { OutgoingEvent, Received } from '../event';
import type { Handler, Handlers } from '../lane/handlers';
import { byDeclaration, type StateTable } from '../state-table';
import { SETTINGS } from './listening';
import { CONSUMER, DIARY, entryOf, TYPES } from './office';
import type { System } from './system';

interface Book {
  readonly entries: readonly string[];
}

/** Written by the second of the chain, on a schema of its own. */
const BOOKS = byDeclaration<Book>('payments.book');

/** One book for the declarations of all buckets. */
export const COMMON_BOOK: StateTable<Book> = {
  name: BOOKS.name,
  isShared: true,
  keysOf: () => ['common'],
};

/** What a listener does before it takes an event. */
type Before = (event: Received) => Promise<void> | void;

/** Two services of one process: release hears what was declared and writes it down, payments hears that and is paid. */
export async function chain(
  system: System,
  beforePaying: Before = () => undefined,
  books: StateTable<Book> = BOOKS,
): Promise<Engine> {
  const engine = system.engine();
  const { release, payments } = system.stores;
  const about = { types: TYPES, settings: SETTINGS };
  const writing = { name: CONSUMER, store: release, sources: ['declarations', 'payments'], ...about };
  await engine.subscribe({ ...writing, handlers: clerk() });
  const paying = { name: 'payments', store: payments, sources: ['release'], ...about };
  await engine.subscribe({ ...paying, handlers: cashier(beforePaying, books) });
  return engine;
}

/** A payment that cannot be taken. */
export function refusing(declarationId: string): Before {
  return (event) => {
    if (event.declarationId === declarationId) throw new Unprocessable('no such account');
  };
}

function clerk(): Handlers {
  const note: Handler = (events, batch) => {
    for (const event of events) {
      const entries = batch.state(DIARY, event.declarationId)?.entries ?? [];
      batch.put(DIARY, event.declarationId, { entries: [...entries, entryOf(event)] });
      if (event.type === 'Declared') batch.append(sameOf('Written', event));
    }
  };
  return { byType: new Map(['Declared', 'Paid'].map((type) => [type, note])), tables: [DIARY] };
}

function cashier(beforePaying: Before, books: StateTable<Book>): Handlers {
  const pay: Handler = async (events, batch) => {
    for (const event of events) {
      await beforePaying(event);
      const [key] = books.keysOf(event, batch);
      const entries = batch.state(books, key!)?.entries ?? [];
      batch.put(books, key!, { entries: [...entries, entryOf(event)] });
      batch.append(sameOf('Paid', event));
    }
  };
  return { byType: new Map([['Written', pay]]), tables: [books] };
}

function sameOf(type: string, { data }: Received): OutgoingEvent {
  return { type, data: data as OutgoingEvent['data'] };
}
