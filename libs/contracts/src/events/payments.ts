import { Child, Instant, OneOf, OptionalInstant, OptionalText, Text } from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { MoneyAmount } from './values';

export const SECURITY_KINDS = ['paid', 'deferred', 'guaranteed', 'nil'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** What is owed is to be paid: before the goods go where nothing secures it, by `dueAt` where a guarantee let them go. */
export class PaymentNoticeIssued extends DeclarationEvent {
  static readonly type = 'PaymentNoticeIssued';
  static readonly source = 'payments';

  @Text() noticeNumber!: string;
  @Child(() => MoneyAmount) amount!: MoneyAmount;
  /** Why no account or guarantee covers it, where the declaration named one. */
  @OptionalText() reason?: string;
  @Instant() issuedAt!: string;
  /** The last instant at which it may be paid, where the law lets the trader pay after release. */
  @OptionalInstant() dueAt?: string;
}

/** The release need not wait for money any more: it is there, reserved, or nothing is owed. */
export class DutySecured extends DeclarationEvent {
  static readonly type = 'DutySecured';
  static readonly source = 'payments';

  @OneOf(SECURITY_KINDS) how!: SecurityKind;
  @Child(() => MoneyAmount) amount!: MoneyAmount;
  /** Account, guarantee or receipt; for `nil` the reason why nothing is owed. */
  @Text() reference!: string;
  @Instant() securedAt!: string;
}

/** Every debt of this version is settled. */
export class DutySettled extends DeclarationEvent {
  static readonly type = 'DutySettled';
  static readonly source = 'payments';

  @Child(() => MoneyAmount) amount!: MoneyAmount;
  @Instant() settledAt!: string;
}
