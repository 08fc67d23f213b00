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

/** A file on the shelf: what was said of a declaration, and how often, which is counted when it is put back. */
interface File extends Book {
  readonly times?: number;
}

export const SHELF: StateTable<File> = {
  ...byDeclaration<File>('declarations.shelf'),
  complete: (file) => ({ ...file, times: (file.times ?? 0) + 1 }),
};

/** A third that keeps what all say and says nothing. By itself it would not stir before the test is over. */
export async function keepAlong(engine: Engine, { stores }: System): Promise<void> {
  const gathering = { ms: 600_000, atOnce: [], saysNothing: true } as const;
  await engine.subscribe({
    ...{ name: 'declarations', store: stores.declarations, sources: ['declarations', 'payments', 'release'] },
    ...{ types: TYPES, settings: { ...SETTINGS, gathering }, handlers: keeper() },
  });
}

function keeper(): Handlers {
  const file: Handler = (events, batch) => {
    for (const event of events) {
      const { entries = [], times } = batch.state(SHELF, event.declarationId) ?? {};
      batch.put(SHELF, event.declarationId, { entries: [...entries, entryOf(event)], times });
    }
  };
  return {
    byType: new Map(['Declared', 'Noted', 'Written', 'Paid'].map((type) => [type, file])),
    tables: [SHELF],
  };
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
