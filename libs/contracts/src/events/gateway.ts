import { Declaration } from '../declaration';
import { Child, Flag, Instant, OneOf, OptionalText, Text, Texts } from '../shape/field';
import { DeclarationEvent } from './declaration-event';

export const FORMS = ['json', 'wco-xml'] as const;
export type Form = (typeof FORMS)[number];

/** A declaration came in whole and is kept; nothing has been decided about it. */
export class LodgementReceived extends DeclarationEvent {
  static readonly type = 'LodgementReceived';
  static readonly source = 'gateway';

  @Text() lrn!: string;
  @Instant() receivedAt!: string;
  @OneOf(FORMS) form!: Form;
  /** The declared date decides the tax point: a right that only a replay of the past has. */
  @Flag() historical!: boolean;
  /** The goods were there when the declaration came: a terminal said so before, or a replay says so. */
  @Flag() goodsPresent!: boolean;
  @Child(() => Declaration) declaration!: Declaration;
  /**
   * What the message held and the canonical form does not know: kept with the raw message, reported, never
   * dropped in silence.
   */
  @Texts() unknownFields!: string[];
}

/** A carrier or terminal has said that the goods of this declaration are there. */
export class GoodsArrived extends DeclarationEvent {
  static readonly type = 'GoodsArrived';
  static readonly source = 'gateway';

  @Instant() arrivedAt!: string;
  @OptionalText() transportDocument?: string;
}

/** A carrier or terminal has said that the goods have left customs control. */
export class GoodsRemoved extends DeclarationEvent {
  static readonly type = 'GoodsRemoved';
  static readonly source = 'gateway';

  @Instant() removedAt!: string;
  @OptionalText() transportDocument?: string;
}
