import type { Type } from '@nestjs/common';
import type { Gathering, StateTable } from '@tonggwan/messaging';
import type { MigrationInterface } from 'typeorm';

/** All that the host must know of a service to run it. */
export interface ServiceDefinition {
  /** `risk-screening`: also its consumer's name, and with an underscore its schema and role. */
  readonly name: string;
  /** Controllers for events (`@EventPattern`) and doors (`@Get`, …), with what they need. */
  readonly module: Type;
  /** In lock order. */
  readonly tables: readonly StateTable<unknown>[];
  /** In order; the event log's own tables come before them. Class names end in 13 digits. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The doors by method and path, where `:` begins a parameter: `GET /declarations/:id`. */
  readonly routes: readonly string[];
  /** Doors of others at which it answers too, as long as their owner has not heard of what is asked for. */
  readonly standIns?: readonly string[];
  /** Where nobody waits for what it makes of most events. */
  readonly gathering?: Gathering;
  /** TypeORM entities: rows for screens. */
  readonly rows?: readonly Type[];
  /** The doors get bodies as bytes, to keep them as they came. */
  readonly rawBodies?: boolean;
}
