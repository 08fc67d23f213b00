import { Conflict, type StoreTransaction } from '@tonggwan/messaging';
import { createHash } from 'node:crypto';
import { Refused, errand } from './errand';
import type { Consignment } from './consignments';
import type { World } from '../world/world';

const AMENDABLE = ['received', 'registered', 'accepted'];

/** What people were told at the doors: it must hold for ever. */
export interface Testimony {
  readonly lodged: { readonly lrn: string; readonly party: string; readonly declarationId: string }[];
  readonly paid: { readonly noticeNumber: string; readonly reference: string }[];
}

/** Lodges, perhaps twice, perhaps amends, perhaps withdraws. */
export async function broker(world: World, consignment: Consignment, told: Testimony): Promise<void> {
  const { time } = world;
  const { lodgesAt, lodgesAgainAt, cancelsAt, amendsAt } = consignment;
  const after = async (at: number | undefined, act: () => Promise<void>): Promise<void> => {
    if (at === undefined) return;
    await time.sleep(Math.max(0, at - time.now));
    await act();
  };
  const lodged = after(lodgesAt, () => lodge(world, consignment, 'first', told));
  await Promise.all([
    lodged,
    after(lodgesAgainAt, () => lodge(world, consignment, 'second', told)),
    lodged.then(() => after(cancelsAt, () => cancel(world, consignment, told))),
    lodged.then(() => after(amendsAt, () => amend(world, consignment, told))),
  ]);
}

async function lodge(world: World, consignment: Consignment, line: string, told: Testimony): Promise<void> {
  const { lrn, party, declaration, transportDocument } = consignment;
  let tries = 0;
  const { declarationId } = await errand(world, 'gateway', `${lrn} ${line} lodging`, ({ intake }) =>
    intake.take({
      declarationId: idOf(`${world.fate.seed}/${lrn}/${line}/${(tries += 1)}`),
      party,
      lrn,
      form: 'json',
      contentHash: createHash('sha256').update(JSON.stringify(declaration)).digest('hex'),
      transportDocuments: [transportDocument],
      historical: false,
      goodsPresent: false,
      declaration,
      unknownFields: [],
    }),
  );
  told.lodged.push({ lrn, party, declarationId });
}

async function cancel(world: World, { lrn, party }: Consignment, told: Testimony): Promise<void> {
  const id = told.lodged.find((one) => one.lrn === lrn)!.declarationId;
  const caller = { subject: 'broker', party, roles: ['broker' as const] };
  try {
    await errand(world, 'declarations', `${lrn} cancellation`, ({ requests }) =>
      requests.cancel(caller, id, { reason: 'lodged in error' }),
    );
  } catch (error) {
    // Not heard of there yet: the broker lets it be.
    if (!(error instanceof Refused)) throw error;
  }
}

/**
 * The door for amendments is not open yet, so the new version comes as the gateway will say it: only while the goods are
 * not known to be released.
 */
async function amend(world: World, { lrn, transportDocument }: Consignment, told: Testimony): Promise<void> {
  const { declarationId } = told.lodged.find((one) => one.lrn === lrn)!;
  const first = world.history.find(({ key, type }) => key === declarationId && type === 'LodgementReceived')!;
  const data = JSON.parse(first.data) as { declarationId: string; goodsPresent: boolean };
  const untilDone = async (): Promise<void> => {
    try {
      await world.database('gateway').transact((transaction) => renew(transaction, data, transportDocument));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await untilDone();
    }
  };
  await untilDone();
}

async function renew(
  transaction: StoreTransaction,
  data: { readonly declarationId: string; readonly goodsPresent: boolean },
  transportDocument: string,
): Promise<void> {
  const { declarationId: key } = data;
  const lodgements = await transaction.load('gateway.lodgement', [key]);
  const consignments = await transaction.load('gateway.consignment', [transportDocument]);
  const { revision, state } = lodgements.get(key)!;
  const { status } = state as { status: string };
  if (!AMENDABLE.includes(status)) return;
  const { arrivedAt } = consignments.get(transportDocument)!.state as { arrivedAt?: string };
  const amended = { ...(state as object), version: 2, status: 'received', heard: {} };
  transaction.save('gateway.lodgement', [{ key, revision, state: amended }]);
  const goodsPresent = data.goodsPresent || arrivedAt !== undefined;
  transaction.append([
    { type: 'LodgementReceived', data: { ...data, version: 2, goodsPresent } as typeof data },
  ]);
}

/** A UUID of version 7 that hangs on its name alone. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `0199${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-8${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
}
