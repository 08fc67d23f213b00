/** The time of the office. In a simulated day it runs faster than the wall clock. */
export interface Clock {
  now(): Date;
}

/** Unpredictable bytes in production, seeded ones in tests. */
export interface Random {
  bytes(length: number): Uint8Array;
}
