import type { CountryPack } from '@tonggwan/country-pack';
import type { Clock, Random } from '@tonggwan/kernel';
import type { Bell, Engine, LaneSettings } from '@tonggwan/messaging';
import type { Client, Pool } from 'pg';
import type { Tokens } from '../auth/tokens';

/** What surrounds the services of one process. */
export interface Environment {
  readonly engine: (service: string, database: ServiceDatabase) => Engine;
  readonly databaseUrl: (service: string) => string;
  /** The connections on which all services of this process work, where they have one database. */
  readonly pool?: Pool;
  /** The folder of archived events. */
  readonly archive?: string;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly pack: CountryPack;
  /** Rung after each append in this process. */
  readonly bell: Bell;
  readonly settings: LaneSettings;
}

/** The connections of one service: a pool for the hot path and a way to sessions that hold locks. */
export interface ServiceDatabase {
  readonly pool: Pool;
  readonly connect: () => Promise<Client>;
}
