import { randomUUID } from 'node:crypto';
import type { StoredEvent } from '../event';
import { Recent } from './recent';

/** What a commit of this process has added to a log. */
export type Appended = readonly StoredEvent[];

/** Tells every reader of a process what was appended in it, so that none has to look into the database for that. */
export class Bell {
  readonly recent = new Recent();
  private readonly listeners = new Set<(appended?: Appended) => void>();

  /** @param id of this process, to tell what it has appended itself from what others have; its threads share it */
  constructor(readonly id: string = randomUUID()) {}

  /** @param appended nothing where nobody knows whether the commit went through: a look will tell */
  ring = (appended?: Appended): void => {
    if (appended) this.recent.add(appended);
    for (const hear of this.listeners) hear(appended);
  };

  add(listener: (appended?: Appended) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
