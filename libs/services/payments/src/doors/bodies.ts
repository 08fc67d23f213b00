import { MoneyAmount } from '@tonggwan/contracts';
import { Child, DecimalText, OneOf, OptionalInstant, OptionalText, Text } from '@tonggwan/contracts/fields';

/** A payment that the bank has taken: one notice, in full. */
export class PaymentBody {
  @Text() noticeNumber!: string;
  @Child(() => MoneyAmount) amount!: MoneyAmount;
  /** The bank's own; the same one twice is the same payment. */
  @Text() reference!: string;
  @OptionalInstant() paidAt?: string;
}

/**
 * A deferment account (`reference`) or a debtor's blanket guarantee (`debtor`), new or with another limit.
 */
export class AccountBody {
  @OneOf(['deferment', 'guarantee']) kind!: 'deferment' | 'guarantee';
  @OptionalText() reference?: string;
  @OptionalText() debtor?: string;
  /** Who may draw on it. */
  @Text() party!: string;
  /** Whole units of the pack's currency. */
  @DecimalText() limit!: string;
}
