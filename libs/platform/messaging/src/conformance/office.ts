import type { OutgoingEvent, Received } from '../event';
import type { EventTypes } from '../event-types';
import type { Handler, Handlers } from '../lane/handlers';
import { byDeclaration } from '../state-table';

/** Two owners of events and one service that listens to both: the smallest office in which everything can go wrong. */
export const SOURCES = ['declarations', 'payments'] as const;
export const CONSUMER = 'release';

const OWNERS: Readonly<Record<string, string>> = {
  Declared: 'declarations',
  Noted: 'declarations',
  Paid: 'payments',
  Written: 'release',
};

export const TYPES: EventTypes = {
  sourceOf: (type) => OWNERS[type],
  faultsOf: (_type, data) =>
    (data as Partial<Numbered>).number === UNREADABLE ? [{ pointer: '/number', message: 'is none' }] : [],
};

/** The number of an event that is not what its type asks for. */
export const UNREADABLE = -1;

/** What the listener has seen of a declaration, in the order in which it took effect. */
export interface Diary {
  readonly entries: readonly string[];
}

export const DIARY = byDeclaration<Diary>('release.diary');

interface Numbered {
  readonly number: number;
  readonly note?: string;
}

export function declared(declarationId: string, number: number, note = ''): OutgoingEvent {
  return { type: 'Declared', data: { declarationId, number, note } as OutgoingEvent['data'] };
}

export function paid(declarationId: string, number: number): OutgoingEvent {
  return { type: 'Paid', data: { declarationId, number } as OutgoingEvent['data'] };
}

export function entryOf({ type, data }: Pick<Received, 'type' | 'data'>): string {
  const { number, note = '' } = data as Numbered;
  return `${type} ${number}${note}`;
}

/** Writes each event into the diary of its declaration and says so; `first` may trip over it. */
export function writingDown(first: (event: Received) => Promise<void> | void = () => undefined): Handlers {
  const handler: Handler = async (events, batch) => {
    for (const event of events) {
      await first(event);
      const { declarationId } = event;
      const entries = batch.state(DIARY, declarationId)?.entries ?? [];
      batch.put(DIARY, declarationId, { entries: [...entries, entryOf(event)] });
      batch.append({ type: 'Written', data: { declarationId } });
    }
  };
  const byType = new Map([
    ['Declared', handler],
    ['Paid', handler],
  ]);
  return { byType, tables: [DIARY] };
}
