/** An event that can never take effect: it goes to the dead letters with this reason. */
export class Unprocessable extends Error {
  override readonly name = 'Unprocessable';
}

/** Somebody else wrote what this transaction had read; what is in memory is worth nothing and the batch runs again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** An event over {@link EVENT_BYTES_MAX}: refused at the append, since a topic would refuse it for ever. */
export class EventTooLarge extends Unprocessable {}
