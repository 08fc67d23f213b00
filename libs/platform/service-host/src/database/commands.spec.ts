import { type EventTypes, type Store, TimedOut } from '@tonggwan/messaging';
import { Commands } from './commands';

const NO_TYPES: EventTypes = { sourceOf: () => undefined, faultsOf: () => [] };

describe('a command', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is given up when the database stands still, so that whoever asked is answered', async () => {
    const still: Pick<Store, 'transact'> = { transact: () => new Promise(() => undefined) };
    const answer = new Commands(still as Store, NO_TYPES)
      .run(() => Promise.resolve())
      .catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await answer).toBeInstanceOf(TimedOut);
  });
});
