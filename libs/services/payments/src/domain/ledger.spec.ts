import fc from 'fast-check';
import { type Account, defermentAccount, guaranteeAccount, moved, opened } from './account';
import { type Transfer, transferOf } from './ledger';
import type { Means } from './means';
import { noticeNumber } from './notice-number';
import type { Obligation } from './obligation';
import type { AccountMoved } from './obligation-events';
import { type ObligationCommand, paymentOfDuty } from './payment-of-duty';

const duty = paymentOfDuty({ currency: { code: 'KRW', digits: 0 }, paymentAfterReleaseDays: 15 });
const at = '2026-03-02T00:00:00.000Z';

/** An office with two accounts that all declarations share. */
class CustomsOffice {
  readonly accounts = new Map<string, Account>(
    [
      opened(defermentAccount('D1'), 'deferment', 'broker', '5000'),
      opened(guaranteeAccount('importer'), 'guarantee', 'broker', '5000'),
    ].map((account) => [account.key, account]),
  );
  readonly obligations = new Map<string, Obligation>();
  readonly transfers: Transfer[] = [];

  carryOut(id: string, command: ObligationCommand): void {
    let state = this.obligations.get(id) ?? duty.initial;
    for (const event of duty.decide(command, state)) {
      state = duty.evolve(state, event);
      const isMovement = ['Reserved', 'Freed', 'Drawn', 'Restored'].includes(event.type);
      if (isMovement) this.move(event as AccountMoved);
      const transfer = transferOf(event);
      if (transfer) this.transfers.push(transfer);
    }
    this.obligations.set(id, state);
  }

  balanceOf(account: string): bigint {
    const postings = this.transfers.flatMap((transfer) => transfer.postings);
    return total(postings.filter((posting) => posting.account === account).map(({ amount }) => amount));
  }

  private move(event: AccountMoved): void {
    const account = this.accounts.get(event.data.account)!;
    this.accounts.set(account.key, moved(account, event));
  }
}

const total = (amounts: readonly string[]): bigint =>
  amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

const step = fc.record({
  id: fc.constantFrom('d1', 'd2', 'd3'),
  what: fc.constantFrom('assess', 'release', 'pay', 'end'),
  how: fc.constantFrom('notice', 'deferment', 'guarantee', 'nil'),
  version: fc.integer({ min: 1, max: 4 }),
  duty: fc.integer({ min: 0, max: 3000 }),
  vat: fc.integer({ min: 0, max: 3000 }),
  forgiven: fc.constantFrom(0, 0, 7),
});
type Step = ReturnType<typeof step.generate>['value'];

function commandOf(office: CustomsOffice, { id, what, how, version, ...amounts }: Step): ObligationCommand {
  const declaration = { declarationId: id, version, party: 'broker' };
  if (what === 'release') return { type: 'FallDue', declaration, at };
  if (what === 'end') return { type: 'End', declaration };
  if (what === 'pay') {
    const notice = office.obligations.get(id)?.notice;
    const payment = { declarationId: id, noticeNumber: notice?.number ?? noticeNumber(id, version) };
    return {
      type: 'Pay',
      payment: { ...payment, amount: notice?.amount ?? '1', currency: 'KRW', reference: 'R' },
      at,
    };
  }
  const key = how === 'deferment' ? defermentAccount('D1') : guaranteeAccount('importer');
  const means: Means =
    how === 'nil'
      ? { how, reason: 'relief' }
      : how === 'notice'
        ? { how }
        : { how, account: key, standing: office.accounts.get(key) };
  const taxes = [
    { tax: 'CUD', amount: String(amounts.duty) },
    { tax: 'VAT', amount: String(amounts.vat) },
  ];
  const payable = String(Math.max(0, amounts.duty + amounts.vat - amounts.forgiven));
  return { type: 'Assess', assessment: { ...declaration, debtor: 'importer', payable, taxes, means }, at };
}

function after(steps: readonly Step[]): CustomsOffice {
  const office = new CustomsOffice();
  for (const one of steps) office.carryOut(one.id, commandOf(office, one));
  return office;
}

const whatever = (holds: (office: CustomsOffice) => void): void =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => holds(after(steps))),
    { numRuns: 500 },
  );

describe('The ledger, whatever happens', () => {
  it('sums to zero in every transfer', () =>
    whatever(({ transfers }) => {
      for (const { postings } of transfers) expect(total(postings.map(({ amount }) => amount))).toBe(0n);
    }));

  it('has one transfer for a declaration, version and purpose', () =>
    whatever(({ transfers }) => {
      const keys = transfers.map(({ declarationId, version, purpose }) =>
        [declarationId, version, purpose].join(),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }));

  it('never lets an account carry more than its limit, and holds for each what was drawn on it', () =>
    whatever((office) => {
      for (const { key, limit, reserved, used } of office.accounts.values()) {
        expect(BigInt(reserved) >= 0n && BigInt(used) >= 0n).toBe(true);
        expect(BigInt(reserved) + BigInt(used) <= BigInt(limit)).toBe(true);
        expect(office.balanceOf(key)).toBe(BigInt(used));
      }
    }));

  it('reserves exactly what the obligations that wait for their release rest on', () =>
    whatever((office) => {
      for (const { key, reserved } of office.accounts.values()) {
        const waiting = [...office.obligations.values()].flatMap(({ cover }) =>
          cover?.account === key && !cover.drawn ? [cover.amount] : [],
        );
        expect(total(waiting)).toBe(BigInt(reserved));
      }
    }));

  it('leaves the debtor owing what is not paid, not drawn and not discharged', () =>
    whatever((office) => {
      const open = [...office.obligations.values()].map(({ owed, paid, cover }) =>
        String(BigInt(owed) - BigInt(paid) - (cover?.drawn ? BigInt(cover.amount) : 0n)),
      );
      expect(office.balanceOf('debtor:importer')).toBe(total(open));
    }));
});
