/** An event that can never take effect: it goes to the dead letters with this reason. */
export class Unprocessable extends Error {
  override readonly name: string = 'Unprocessable';
}

/** An event over {@link EVENT_BYTES_MAX}: refused at the append, since a topic would refuse it for ever. */
export class EventTooLarge extends Unprocessable {
  override readonly name = 'EventTooLarge';
}

/** Somebody else wrote what this transaction had read; what is in memory is worth nothing and the batch runs again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The store did not answer, or not in words that have a code: the weather, and no event's fault. */
export class Unreachable extends Error {
  override readonly name: string = 'Unreachable';
}

/** A file of the archive that is not there, or not as it was written: whoever needs it waits until somebody puts it back. */
export class ArchiveUnreadable extends Unreachable {
  override readonly name = 'ArchiveUnreadable';
}

/** The log has gone back in time: nothing is appended until its operator opens a new epoch. */
export class LogClosed extends Unreachable {
  override readonly name = 'LogClosed';
}

/** A handler that was not done when its time was up. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}
