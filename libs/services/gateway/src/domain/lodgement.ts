import type { Channel } from '@tonggwan/contracts';

/** A declaration as the gateway knows it: whose it is, and how far it has come as seen from outside. */
export interface Lodgement {
  readonly party: string;
  readonly lrn: string;
  readonly version: number;
  readonly status: LodgementStatus;
  readonly receivedAt: string;
  readonly mrn?: string;
  /** The documents under which its goods travel. */
  readonly transportDocuments: readonly string[];
  /** What has been heard of it that decides whether people must act now. */
  readonly heard: Heard;
  /** What its sender has been told of what services decide by themselves: in which life of their log, and what. */
  readonly told?: readonly Told[];
}

/** An epoch and the digest of an answer. */
type Told = readonly [epoch: number, what: string];

export type LodgementStatus =
  | 'received'
  | 'registered'
  | 'accepted'
  | 'rejected'
  | 'released'
  | 'refused'
  | 'cancelled';

interface Heard {
  readonly channel?: Channel;
  readonly secured?: boolean;
  /** A payment notice, a document asked for, or a hold: somebody has to do something. */
  readonly waits?: boolean;
}

/** The same party's same reference: the same message gets the first answer again, another one is refused. */
export interface Reference {
  readonly party: string;
  readonly declarationId: string;
  /** SHA-256 of the canonical declaration, hexadecimal. */
  readonly contentHash: string;
}

/** Written so that no two pairs run together into one key. */
export function referenceKey(party: string, lrn: string): string {
  return JSON.stringify([party, lrn]);
}

/** What a released or refused declaration hears afterwards does not change its standing. */
export function withStatus(lodgement: Lodgement, status: LodgementStatus, mrn = lodgement.mrn): Lodgement {
  const isSettled = lodgement.status === 'released' && (status === 'accepted' || status === 'registered');
  return { ...lodgement, mrn, status: isSettled ? lodgement.status : status };
}

export function hearing(lodgement: Lodgement, heard: Heard): Lodgement {
  return { ...lodgement, heard: { ...lodgement.heard, ...heard } };
}

/** Whether somebody says again, in a later life of his log, what the sender was told in an earlier one. */
export function isToldAgain({ told = [] }: Lodgement, what: string, epoch: number): boolean {
  return told.some(([earlier, known]) => known === what && earlier < epoch);
}

/** Notes what the sender was told, or that he need not be told again. */
export function telling(lodgement: Lodgement, what: string, epoch: number): Lodgement {
  const { told = [] } = lodgement;
  const again = told.findIndex(([earlier, known]) => known === what && earlier < epoch);
  return { ...lodgement, told: [...told.filter((_, index) => index !== again), [epoch, what]] };
}

/** Nothing further happens without people: it is over, the goods are not there, or somebody must pay, look or decide. */
export function isAtRest({ status, heard }: Lodgement): boolean {
  if (status === 'received') return false;
  if (status !== 'accepted') return true;
  const isControlled = heard.channel === 'yellow' || heard.channel === 'red';
  return heard.waits === true || (isControlled && heard.secured === true);
}
