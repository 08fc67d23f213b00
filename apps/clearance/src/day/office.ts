import type { ApiClient } from '../client/api-client';
import type { OfficeTime } from '../system/office-time';
import type { TokenName } from '../system/people';
import type { Errands } from './errands';
import type { SamplePlan } from './plan/sample-plan';
import type { Register } from './register';

/** What the people of a simulated day share. */
export interface Office {
  readonly plan: SamplePlan;
  readonly time: OfficeTime;
  readonly errands: Errands;
  readonly register: Register;
  readonly as: Readonly<Record<TokenName, ApiClient>>;
  readonly tally: Tally;
}

/** What has been done so far, for the eyes of who waits. */
export interface Tally {
  lodged: number;
  released: number;
  paid: number;
  decided: number;
}
