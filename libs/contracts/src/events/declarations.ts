import { Declaration } from '../declaration';
import {
  Child,
  Flag,
  Instant,
  OneOf,
  OptionalInstant,
  OptionalText,
  SomeChildren,
  Text,
  Texts,
} from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { RuleError } from './values';

export const TAX_POINT_BASES = ['lodging', 'acceptance', 'presentation', 'declared'] as const;
export type TaxPointBasis = (typeof TAX_POINT_BASES)[number];

/** What the next steps need of a declaration that broke no rule. */
abstract class CheckedDeclaration extends DeclarationEvent {
  @Text() lrn!: string;
  @Text() mrn!: string;
  @Instant() lodgedAt!: string;
  /** The instant at which law, rates and exchange rates are taken. */
  @Instant() taxPointAt!: string;
  @OneOf(TAX_POINT_BASES) taxPointBasis!: TaxPointBasis;
  /** The customs office that handles it, as the pack lists it. */
  @Text() office!: string;
  /** The data set that the declaration's type and procedure make it, as the pack names it. */
  @Text() dataSet!: string;
  @Flag() goodsPresent!: boolean;
  @OptionalInstant() arrivedAt?: string;
  @Child(() => Declaration) declaration!: Declaration;
}

/** Checked and kept; the goods are not there yet, and the tax worked out on it is indicative. */
export class DeclarationRegistered extends CheckedDeclaration {
  static readonly type = 'DeclarationRegistered';
  static readonly source = 'declarations';

  @Instant() registeredAt!: string;
}

/** Customs has taken the declaration: duties are owed as of the tax point. */
export class DeclarationAccepted extends CheckedDeclaration {
  static readonly type = 'DeclarationAccepted';
  static readonly source = 'declarations';

  @Instant() acceptedAt!: string;
  /** What the release waits for, fixed here; empty where there are no goods to release. */
  @Texts() conditions!: string[];
}

/** Refused before acceptance, with every rule that it breaks. */
export class DeclarationRejected extends DeclarationEvent {
  static readonly type = 'DeclarationRejected';
  static readonly source = 'declarations';

  @Text() lrn!: string;
  @Instant() rejectedAt!: string;
  @SomeChildren(() => RuleError) errors!: RuleError[];
}

export class DeclarationCancelled extends DeclarationEvent {
  static readonly type = 'DeclarationCancelled';
  static readonly source = 'declarations';

  @Instant() cancelledAt!: string;
  @Text() reason!: string;
}

/** The request to cancel or amend was denied; the declaration stands as it was. */
export class RequestRefused extends DeclarationEvent {
  static readonly type = 'RequestRefused';
  static readonly source = 'declarations';

  @OneOf(['cancellation', 'amendment']) request!: 'cancellation' | 'amendment';
  @Instant() refusedAt!: string;
  @Text() reason!: string;
  @OptionalText() text?: string;
}
