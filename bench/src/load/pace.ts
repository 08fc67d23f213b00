const LOOK_MS = 2;

/** When the next request is due. */
export interface Pace {
  /** Resolves when it is time, with the instant for which it was due (milliseconds of the epoch); undefined when it is over. */
  next(): Promise<number | undefined>;
  stop(): void;
}

/** As fast as declarations are finished: a new request when there is room among those under way. */
export function saturating(hasRoom: () => boolean): Pace {
  let isOver = false;
  return {
    next: async () => {
      while (!isOver && !hasRoom()) await later(LOOK_MS);
      return isOver ? undefined : Date.now();
    },
    stop: () => void (isOver = true),
  };
}

/** A request every `everyMs`, whether or not the system keeps up: one that must wait for a connection was due all the same. */
export function openLoop(everyMs: number): Pace {
  const start = Date.now();
  let count = 0;
  let isOver = false;
  return {
    next: async () => {
      const due = start + count * everyMs;
      count += 1;
      while (!isOver && Date.now() < due) await later(Math.min(50, due - Date.now()));
      return isOver ? undefined : due;
    },
    stop: () => void (isOver = true),
  };
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
