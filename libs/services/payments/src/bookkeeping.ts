import { Inject, Injectable } from '@nestjs/common';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Clock } from '@tonggwan/kernel';
import type { Batch } from '@tonggwan/messaging';
import { CLOCK, PACK } from '@tonggwan/service-host';
import { moved } from './domain/account';
import { type Transfer, transferOf } from './domain/ledger';
import type { AccountMoved, ObligationEvent } from './domain/obligation-events';
import { type ObligationCommand, paymentOfDuty } from './domain/payment-of-duty';
import type { Terms } from './domain/terms';
import { accounts, obligations, postings, transfers } from './payments.tables';

/**
 * Carries out what is decided about an obligation: its account moves and the ledger is written in the same
 * transaction.
 */
@Injectable()
export class Bookkeeping {
  readonly terms: Terms;
  private readonly decider: ReturnType<typeof paymentOfDuty>;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PACK) { currency, law }: CountryPack,
  ) {
    this.terms = { currency, paymentAfterReleaseDays: law.paymentAfterReleaseDays };
    this.decider = paymentOfDuty(this.terms);
  }

  now(): string {
    return this.clock.now().toISOString();
  }

  /** The account that an obligation rests on must have been loaded with it. */
  carryOut(declarationId: string, command: ObligationCommand, batch: Batch): void {
    const events = batch.decide(obligations, declarationId, this.decider, command);
    for (const event of events) {
      if (movesAccount(event)) this.move(event, batch);
      const transfer = transferOf(event);
      if (transfer) this.write(transfer, batch);
    }
  }

  private move(event: AccountMoved, batch: Batch): void {
    const account = batch.state(accounts, event.data.account);
    if (!account) throw new TypeError(`${event.type} on the unknown account ${event.data.account}`);
    batch.put(accounts, account.key, moved(account, event));
  }

  private write(transfer: Transfer, batch: Batch): void {
    const { declarationId: declaration_id, version, party, purpose } = transfer;
    const row = { declaration_id, version, party, purpose, lines: transfer.postings.length };
    batch.insert(transfers, { ...row, at: this.now() });
    transfer.postings.forEach((posting, index) =>
      batch.insert(postings, { ...row, line: index + 1, ...posting }),
    );
  }
}

function movesAccount(event: ObligationEvent): event is AccountMoved {
  return ['Reserved', 'Freed', 'Drawn', 'Restored'].includes(event.type);
}
