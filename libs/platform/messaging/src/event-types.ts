/** What the log must know of the events: who owns each type, and whether some data is one. */
export interface EventTypes {
  /** The service that alone writes this type; undefined for a type that nobody has declared. */
  sourceOf(type: string): string | undefined;
  /** What is wrong with the data; empty when nothing is. */
  faultsOf(type: string, data: unknown): readonly { pointer: string; message: string }[];
}
