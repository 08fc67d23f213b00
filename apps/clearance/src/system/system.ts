import type { TokenName } from './people';
import type { OfficeTime } from './office-time';

export interface SystemOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly country: string;
  /** Faster than the wall clock for a simulated day. */
  readonly time: OfficeTime;
  /** Of a Kafka that somebody else keeps; without it the system starts one of its own if it needs one. */
  readonly brokers?: readonly string[];
  /** Where the programs of the services are, if they are another version's. */
  readonly checkout?: string;
}

/** A whole system that runs, on whichever engine. */
export interface System {
  readonly engine: 'postgres' | 'kafka';
  readonly url: string;
  readonly tokens: Readonly<Record<TokenName, string>>;
  /** The superuser's address of its database: for looking at the whole, never for serving. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}
