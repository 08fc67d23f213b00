import type { MoneyAmount } from '@tonggwan/contracts';
import { sleep } from '@tonggwan/messaging';
import { Refusal } from '../../client/api-client';
import type { Office } from '../office';

const LOOK_MS = 250;
/** Who may pay after the release takes his time. */
const LATER = 8;

interface Notice {
  readonly noticeNumber: string;
  readonly declarationId: string;
  readonly amount: MoneyAmount;
  readonly issuedAt: string;
  readonly dueAt?: string;
}

interface NoticePage {
  readonly notices: readonly Notice[];
  readonly next?: string;
}

/** Looks for new notices all day long and pays them when the importers do. */
export async function payNotices(office: Office): Promise<void> {
  const seen = new Set<string>();
  while (!office.errands.isOver) {
    for await (const notice of openNotices(office)) {
      if (seen.has(notice.noticeNumber)) continue;
      seen.add(notice.noticeNumber);
      schedule(notice, office);
    }
    await sleep(LOOK_MS);
  }
}

async function* openNotices({ as }: Office): AsyncGenerator<Notice> {
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: NoticePage = await as.bank.get(`/notices${cursor && `?cursor=${cursor}`}`);
    yield* page.notices;
    cursor = page.next;
  }
}

function schedule(notice: Notice, office: Office): void {
  office.register.whenKnown(notice.declarationId, ({ paysAfter }) => {
    if (paysAfter === undefined) return;
    const wait = notice.dueAt ? LATER * paysAfter : paysAfter;
    office.errands.at(Date.parse(notice.issuedAt) + wait, () => pay(notice, office));
  });
}

async function pay({ noticeNumber, amount }: Notice, { as, tally }: Office): Promise<void> {
  try {
    await as.bank.post('/payments', { noticeNumber, amount, reference: `TRANSFER-${noticeNumber}` });
    tally.paid += 1;
  } catch (error) {
    // Paid by somebody else, or withdrawn in the meantime: the bank sends the money back.
    if (!(error instanceof Refusal && [404, 409].includes(error.status))) throw error;
  }
}
