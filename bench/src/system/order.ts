/** What the parent asks a child to run. */
export interface SystemOrder {
  readonly engine: 'postgres' | 'kafka';
  readonly brokers: readonly string[];
  /** Of the role that may do what each service may. */
  readonly sharedUrl: string;
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly packFolder: string;
}

/** A system that takes declarations. */
export interface SystemReady {
  readonly url: string;
  /** Of the party that lodges, and of whoever opens accounts. */
  readonly tokens: { readonly replay: string; readonly administrator: string };
}

/** What the parent asks of a child that starts a process for each service. */
export interface SplitOrder {
  /** Where its database is, which notes when each transaction was committed. */
  readonly dataFolder: string;
  readonly country: string;
  readonly brokers: readonly string[];
}

export interface SplitReady extends SystemReady {
  /** The superuser's address. */
  readonly databaseUrl: string;
}

/** The party of the replay's token: it lodges everything. */
export const PARTY = 'REPLAY';
