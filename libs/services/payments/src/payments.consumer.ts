import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  DeclarationAccepted,
  type DeclarationEvent,
  GoodsRefused,
  GoodsReleased,
  ReleaseWithdrawn,
  TaxAssessed,
} from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import type { Batch, Received } from '@tonggwan/messaging';
import { PACK } from '@tonggwan/service-host';
import { Bookkeeping } from './bookkeeping';
import { defermentAccount, guaranteeAccount } from './domain/account';
import type { Assessment } from './domain/assess';
import type { Means } from './domain/means';
import { coinsOf } from './domain/terms';
import { accounts } from './payments.tables';

@Controller()
export class PaymentsConsumer {
  constructor(
    private readonly bookkeeping: Bookkeeping,
    @Inject(PACK) private readonly pack: CountryPack,
  ) {}

  @EventPattern(TaxAssessed.type)
  assessed(@Payload() events: readonly Received<TaxAssessed>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      if (data.stage === 'indicative') continue;
      const assessment = this.assessmentOf(data, batch);
      const at = this.bookkeeping.now();
      this.bookkeeping.carryOut(data.declarationId, { type: 'Assess', assessment, at }, batch);
    }
  }

  @EventPattern(GoodsReleased.type)
  released(@Payload() events: readonly Received<GoodsReleased>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.fallDue(data, data.releasedAt, batch);
  }

  /** Where there are no goods to release the debt need not wait for a release. */
  @EventPattern(DeclarationAccepted.type)
  accepted(@Payload() events: readonly Received<DeclarationAccepted>[], @Ctx() batch: Batch): void {
    for (const { data } of events) {
      if (data.conditions.length === 0) this.fallDue(data, data.acceptedAt, batch);
    }
  }

  /** Not the cancellation: goods that had gone before it leave their debt behind. */
  @EventPattern(ReleaseWithdrawn.type)
  withdrawn(@Payload() events: readonly Received<ReleaseWithdrawn>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.end(data, batch);
  }

  @EventPattern(GoodsRefused.type)
  refused(@Payload() events: readonly Received<GoodsRefused>[], @Ctx() batch: Batch): void {
    for (const { data } of events) this.end(data, batch);
  }

  private fallDue(declaration: DeclarationEvent, at: string, batch: Batch): void {
    this.bookkeeping.carryOut(declaration.declarationId, { type: 'FallDue', declaration, at }, batch);
  }

  private end(declaration: DeclarationEvent, batch: Batch): void {
    this.bookkeeping.carryOut(declaration.declarationId, { type: 'End', declaration }, batch);
  }

  private assessmentOf(data: TaxAssessed, batch: Batch): Assessment {
    const { declarationId, version, party, debtor, nilReason } = data;
    const { terms } = this.bookkeeping;
    const taxes = data.totals.map(({ tax, amount }) => ({ tax, amount: coinsOf(amount, terms) }));
    const payable = coinsOf(data.payable.amount, terms);
    const means = this.meansOf(data, batch);
    return { declarationId, version, party, debtor, nilReason, taxes, payable, means };
  }

  /** As the pack reads the declared method; a method that it does not know is paid by notice. */
  private meansOf({ paymentMethod, taxPointAt, accountReference, debtor }: TaxAssessed, batch: Batch): Means {
    const on = localDay(taxPointAt, this.pack.timeZone);
    const method = paymentMethod ? this.pack.paymentMethod(paymentMethod, on) : undefined;
    switch (method?.how) {
      case 'nil':
        return { how: 'nil', reason: method.reason };
      case 'deferment': {
        if (!accountReference) return { how: 'deferment' };
        const account = defermentAccount(accountReference);
        return { how: 'deferment', account, standing: batch.state(accounts, account) };
      }
      case 'guarantee': {
        const account = guaranteeAccount(debtor);
        return { how: 'guarantee', account, standing: batch.state(accounts, account) };
      }
      case 'notice':
      case undefined:
        return { how: 'notice' };
    }
  }
}
