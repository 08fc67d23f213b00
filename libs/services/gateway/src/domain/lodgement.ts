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
  /** What its sender has been told of what services decide by themselves, in the order in which he was told. */
  readonly told?: readonly Told[];
}

/** The digest of an answer, and in which life of whose log it was said. Older rows do not say whose. */
type Told = readonly [epoch: number, what: string, owner?: string];

/** What an owner says in one life of his log. */
export interface Saying {
  readonly owner: string;
  readonly epoch: number;
  /** The digest of the answer. */
  readonly what: string;
}

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

/**
 * Whether an owner says again, in a later life of his log, what the sender was told in an earlier one. Once he has said
 * anything new in his later life, what follows is told: else its order would be lost.
 */
export function isToldAgain({ told = [] }: Lodgement, saying: Saying): boolean {
  return told.some((earlier) => isSaidAgain(earlier, saying));
}

/** Notes what the sender was told, or that he need not be told again: what its owner passes over counts no longer. */
export function telling(lodgement: Lodgement, saying: Saying): Lodgement {
  const { told = [] } = lodgement;
  const again = told.findIndex((earlier) => isSaidAgain(earlier, saying));
  const said: Told = [saying.epoch, saying.what, saying.owner];
  if (again < 0) return { ...lodgement, told: [...told.filter((each) => !isEarlier(each, saying)), said] };
  const passed = told.slice(0, again).filter((each) => !isEarlier(each, saying));
  return { ...lodgement, told: [...passed, said, ...told.slice(again + 1)] };
}

function isSaidAgain([epoch, known, by]: Told, { owner, epoch: later, what }: Saying): boolean {
  return known === what && epoch < later && (by ?? owner) === owner;
}

function isEarlier([epoch, , by]: Told, { owner, epoch: later }: Saying): boolean {
  return by === owner && epoch < later;
}

/** Nothing further happens without people: it is over, the goods are not there, or somebody must pay, look or decide. */
export function isAtRest({ status, heard }: Lodgement): boolean {
  if (status === 'received') return false;
  if (status !== 'accepted') return true;
  const isControlled = heard.channel === 'yellow' || heard.channel === 'red';
  return heard.waits === true || (isControlled && heard.secured === true);
}
