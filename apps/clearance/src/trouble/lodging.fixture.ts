import type { Declaration, RuleError } from '@tonggwan/contracts';
import { transportDocument } from './consignments.fixture';
import { type House, until } from './house.fixture';
import type { Visitor } from './visitor.fixture';

export interface Receipt {
  readonly id: string;
  readonly lrn: string;
  readonly status: string;
  readonly mrn?: string;
  readonly unknownFields?: readonly string[];
}

/** A declaration as `GET /declarations/{id}` shows it. */
export interface Shown {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly outstanding: readonly string[];
  readonly errors: readonly RuleError[];
  readonly unknownFields: readonly string[];
  readonly amounts?: {
    readonly payable: { readonly amount: string };
    readonly taxes: Readonly<Record<string, { readonly amount: string }>>;
  };
  readonly notice?: { readonly number: string; readonly amount: { amount: string; currency: string } };
  readonly channel?: string;
}

export const WAIT = { prefer: 'wait=30' };

/** Lodges and waits for the end of what can happen without people. */
export async function lodged(broker: Visitor, declaration: Declaration): Promise<Receipt> {
  const { status, body } = await broker.post<Receipt>('/declarations', declaration, WAIT);
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** The same after its goods have come, so that it is accepted at once. */
export async function lodgedWithGoods({ as: { broker, terminal } }: House, declaration: Declaration) {
  const document = transportDocument(declaration.functionalReferenceID);
  await terminal.post('/arrivals', { transportDocument: document });
  return lodged(broker, declaration);
}

export async function shown(visitor: Visitor, id: string): Promise<Shown> {
  return (await visitor.get<Shown>(`/declarations/${id}`)).body;
}

/** Looks at a declaration until it is as it should be. */
export function shownWhen(visitor: Visitor, id: string, isRight: (now: Shown) => boolean): Promise<Shown> {
  return until(() => shown(visitor, id), isRight);
}

const MOST_LODGED = 80;

/**
 * Lodges like goods until chance, which nobody outside can foresee, puts one of them into the channel.
 * @returns its id
 */
export async function lodgedInto(
  channel: string,
  house: House,
  declarationOf: (lrn: string) => Declaration,
): Promise<string> {
  for (let number = 1; number <= MOST_LODGED; number += 1) {
    const { id } = await lodgedWithGoods(house, declarationOf(`${channel}-${number}`));
    const screened = await shownWhen(house.as.officer, id, ({ channel: known }) => known !== undefined);
    if (screened.channel === channel) return id;
  }
  throw new Error(`none of ${MOST_LODGED} is ${channel}`);
}
