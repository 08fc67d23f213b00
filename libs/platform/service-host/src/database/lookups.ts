import { schemaOf, withinTime } from '@tonggwan/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, isStaff } from '../auth/caller';

/** Longer than the server gives a look-up: it has nothing to say any more. */
const MS_MAX = 12_000;

/**
 * Reading for callers, on connections of its own so that a rush of look-ups never slows clearance. The database itself
 * shows each caller no more than is his: the role of the door is bound to row-level security and cannot pass it by.
 */
export class Lookups {
  constructor(
    private readonly service: string,
    private readonly dataSource: DataSource,
  ) {}

  /** Runs `read` as the caller. @throws TimedOut when the database says nothing */
  as<Result>(caller: Caller, read: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return withinTime(MS_MAX, 'a look-up', this.readAs(caller, read));
  }

  private readAs<Result>(caller: Caller, read: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(
        `select set_config('role', $1, true), set_config('tonggwan.party', $2, true), set_config('tonggwan.staff', $3, true)`,
        [doorRole(this.service), caller.party, isStaff(caller) ? 'yes' : 'no'],
      );
      return read(manager);
    });
  }
}

/** The role that reads for callers. */
export function doorRole(service: string): string {
  return `${schemaOf(service)}_door`;
}
