import { opened } from './account';
import type { Means } from './means';
import { paymentOfDuty, type ObligationCommand } from './payment-of-duty';
import type { Obligation } from './obligation';

const terms = { currency: { code: 'GBP', digits: 2 }, paymentAfterReleaseDays: 15 };
export const duty = paymentOfDuty(terms);
export const declarationId = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';
const declaration = { declarationId, version: 1, party: 'broker' };
const at = '2026-03-02T08:14:03.000Z';
export const number = `${declarationId}-1`;

type OnAccount = Extract<Means, { readonly account: string }>;

export const account = opened('deferment:1234567', 'deferment', 'broker', '10000');
export const deferment: OnAccount = { how: 'deferment', account: account.key, standing: account };
export const guarantee: OnAccount = {
  how: 'guarantee',
  account: 'guarantee:importer',
  standing: opened('guarantee:importer', 'guarantee', 'broker', '10000'),
};

export function assess(means: Means, payable = '7620', version = 1): ObligationCommand {
  const taxes = [{ tax: 'B00', amount: payable }];
  const assessment = { ...declaration, version, debtor: 'importer', payable, taxes, means };
  return { type: 'Assess', assessment, at };
}
export const released: ObligationCommand = { type: 'FallDue', declaration, at };
export const ended: ObligationCommand = { type: 'End', declaration };
export const paid = (amount: string, noticeNumber = number): ObligationCommand => ({
  type: 'Pay',
  payment: { declarationId, noticeNumber, amount, currency: 'GBP', reference: 'bank-1' },
  at,
});

export const given = (...commands: ObligationCommand[]): Obligation =>
  commands.reduce((state, command) => duty.decide(command, state).reduce(duty.evolve, state), duty.initial);
export const when = (command: ObligationCommand, state: Obligation): readonly unknown[] =>
  duty.decide(command, state).map(({ type, data }) => ({ type, ...data }));
export const typesWhen = (command: ObligationCommand, state: Obligation): string[] =>
  duty.decide(command, state).map(({ type }) => type);
