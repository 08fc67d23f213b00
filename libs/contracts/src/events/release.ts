import { Instant, OneOf, Text, Texts } from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { REFUSAL_OUTCOMES, type RefusalOutcome } from './values';

/** The goods may leave customs control. */
export class GoodsReleased extends DeclarationEvent {
  static readonly type = 'GoodsReleased';
  static readonly source = 'release';

  @Text() mrn!: string;
  @Instant() releasedAt!: string;
  /** The conditions that were asked for and met, all of this version. */
  @Texts() conditions!: string[];
}

/** The goods will not be released under this declaration. */
export class GoodsRefused extends DeclarationEvent {
  static readonly type = 'GoodsRefused';
  static readonly source = 'release';

  @OneOf(REFUSAL_OUTCOMES) outcome!: RefusalOutcome;
  @Text() reason!: string;
  @Instant() refusedAt!: string;
}

/**
 * The declaration was cancelled before its goods were released, so they never will be under it. Whether the cancellation or
 * the release came first only the release knows: what hangs on it waits for this, not for the cancellation.
 */
export class ReleaseWithdrawn extends DeclarationEvent {
  static readonly type = 'ReleaseWithdrawn';
  static readonly source = 'release';

  @Instant() withdrawnAt!: string;
}
