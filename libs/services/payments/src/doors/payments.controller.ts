import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Batch } from '@tonggwan/messaging';
import { checkedBody, Commands, Problem, Roles } from '@tonggwan/service-host';
import { Bookkeeping } from '../bookkeeping';
import { declarationOf } from '../domain/notice-number';
import { faultOf, type Payment } from '../domain/receive';
import { money } from '../domain/terms';
import { accounts, obligations, type Receipt, receipts } from '../payments.tables';
import { PaymentBody } from './bodies';
import { coinsIn, referenceIn } from './inputs';
import { refusal } from './payment-refusals';

/** Where the bank says what has been paid. */
@ApiTags('payments')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly commands: Commands,
    private readonly bookkeeping: Bookkeeping,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('bank')
  async pay(@Body() body: unknown): Promise<Receipt> {
    const { noticeNumber, amount, reference, paidAt } = checkedBody(PaymentBody, body);
    const declarationId = declarationOf(noticeNumber);
    const coins = coinsIn(amount.amount, '/amount/amount', this.bookkeeping.terms);
    referenceIn(reference, '/reference');
    if (!declarationId) throw refusal('unknown-notice');
    const payment = { declarationId, noticeNumber, amount: coins, currency: amount.currency, reference };
    return this.commands.run((batch) => this.receive(payment, paidAt, batch));
  }

  /** The obligation is locked first: who had to wait for it then sees the receipt of the same payment. */
  private async receive(payment: Payment, paidAt: string | undefined, batch: Batch): Promise<Receipt> {
    const { declarationId, noticeNumber, reference } = payment;
    await batch.load(obligations, [declarationId]);
    await batch.load(receipts, [reference]);
    const known = batch.state(receipts, reference);
    const amount = { ...money(payment.amount, this.bookkeeping.terms), currency: payment.currency };
    if (known) return theSame(known, { noticeNumber, amount, paidAt: paidAt ?? known.paidAt });
    const obligation = batch.state(obligations, declarationId);
    const fault = faultOf(payment, obligation, this.bookkeeping.terms);
    if (fault || !obligation) throw refusal(fault ?? 'unknown-notice');
    if (obligation.cover) await batch.load(accounts, [obligation.cover.account]);
    const at = this.bookkeeping.now();
    this.bookkeeping.carryOut(declarationId, { type: 'Pay', payment, at }, batch);
    const { party } = obligation;
    const receipt = { party, reference, noticeNumber, amount, paidAt: paidAt ?? at, receivedAt: at };
    batch.put(receipts, reference, receipt);
    return receipt;
  }
}

/** A payment that is told again gets the first answer; another one must have another reference. */
function theSame(known: Receipt, told: Pick<Receipt, 'noticeNumber' | 'amount' | 'paidAt'>): Receipt {
  const isSame =
    known.noticeNumber === told.noticeNumber &&
    known.amount.amount === told.amount.amount &&
    known.amount.currency === told.amount.currency &&
    Date.parse(known.paidAt) === Date.parse(told.paidAt);
  if (isSame) return known;
  throw new Problem(409, 'reference-used', 'Another payment came under this reference.');
}
