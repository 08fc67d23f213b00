import {
  type Check,
  type Evidence,
  groupedBy,
  type HistoryEvent,
  type PostingRow,
  repeated,
  type Violation,
} from './evidence';

const transferKey = (row: Pick<PostingRow, 'declaration_id' | 'version' | 'purpose'>): string =>
  `${row.declaration_id} version ${row.version} ${row.purpose}`;

const sumOf = (rows: readonly PostingRow[]): bigint =>
  rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

/** Every movement once, every one of them zero in sum, and the accounts say what the ledger says. */
export const money: Check = (evidence) => {
  const { transfers, postings, told } = evidence;
  const linesOf = groupedBy(postings, transferKey);
  const wrong = transfers.flatMap((transfer): Violation[] => {
    const lines = linesOf.get(transferKey(transfer)) ?? [];
    if (lines.length !== transfer.lines)
      return [`${transferKey(transfer)} has ${lines.length} of ${transfer.lines} lines`];
    return sumOf(lines) === 0n ? [] : [`${transferKey(transfer)} sums to ${sumOf(lines)}`];
  });
  const payments = new Set(
    transfers
      .filter(({ purpose }) => purpose === 'payment')
      .map((row) => `${row.declaration_id}-${row.version}`),
  );
  return [
    ...wrong,
    ...repeated(transfers, transferKey, (key, count) => `${key} moved ${count} times`),
    ...told.paid.flatMap(({ noticeNumber }) =>
      payments.has(noticeNumber) ? [] : [`the payment of ${noticeNumber} is not in the ledger`],
    ),
    ...repeated(
      told.paid,
      ({ noticeNumber }) => noticeNumber,
      (number, count) => `${number} was paid ${count} times`,
    ),
    ...balances(evidence),
    ...debts(evidence),
  ];
};

/** What an account has in use is what the ledger has on it, and what it keeps free is for goods that are still to go. */
function balances({ accounts, postings, history }: Evidence): Violation[] {
  const onAccount = groupedBy(postings, ({ account }) => account);
  const awaited = reservations(history);
  return accounts.flatMap(({ key, used, reserved }): Violation[] => {
    const balance = sumOf(onAccount.get(key) ?? []);
    const due = awaited.get(key) ?? 0n;
    return [
      ...(balance === BigInt(used) ? [] : [`${key} has ${used} in use, and ${balance} in the ledger`]),
      ...(due === BigInt(reserved) ? [] : [`${key} has ${reserved} reserved, and goods wait for ${due}`]),
    ];
  });
}

const OVER = ['GoodsReleased', 'GoodsRefused', 'ReleaseWithdrawn'];
const ACCOUNTS: Readonly<Record<string, string>> = { deferred: 'deferment', guaranteed: 'guarantee' };

/** By account: what stands for goods that are neither released nor refused nor given up, in whole won. */
function reservations(history: readonly HistoryEvent[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const events of groupedBy(history, ({ key }) => key).values()) {
    if (events.some(({ type }) => OVER.includes(type))) continue;
    const last = events.filter(({ type }) => type === 'DutySecured' || type === 'PaymentNoticeIssued').at(-1);
    const { how, reference, amount } = (last?.data ?? {}) as unknown as Security;
    if (last?.type !== 'DutySecured' || !ACCOUNTS[how]) continue;
    const key = `${ACCOUNTS[how]}:${reference}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount.amount));
  }
  return sums;
}

interface Security {
  readonly how: string;
  readonly reference: string;
  readonly amount: { readonly amount: string };
}

/** Released goods owe what the last assessment says; what was cancelled or refused owes nothing. */
function debts({ history, postings }: Evidence): Violation[] {
  const linesOf = groupedBy(postings, ({ declaration_id: id }) => id);
  return [...groupedBy(history, ({ key }) => key)].flatMap(([id, events]): Violation[] => {
    const isReleased = events.some(({ type }) => type === 'GoodsReleased');
    const isOff = events.some(({ type }) => type === 'GoodsRefused' || type === 'DeclarationCancelled');
    const treasury = (linesOf.get(id) ?? []).filter(({ account }) => account.startsWith('treasury:'));
    const collected = -sumOf(treasury);
    const { payable } = (events
      .filter(({ type, data }) => type === 'TaxAssessed' && data.stage !== 'indicative')
      .sort((one, other) => one.data.version - other.data.version)
      .at(-1)?.data ?? {}) as { payable?: { amount: string } };
    const due = isReleased ? BigInt(payable?.amount ?? '0') : isOff ? 0n : undefined;
    return due === undefined || due === collected ? [] : [`${id}: owes ${due}, and is charged ${collected}`];
  });
}
