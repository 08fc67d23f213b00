import { Inject, Injectable } from '@nestjs/common';
import { GoodsArrived, LodgementReceived } from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import type { Batch } from '@tonggwan/messaging';
import { CLOCK, Commands } from '@tonggwan/service-host';
import { consignments, lodgements, rawMessages, references } from '../database/tables';
import { declaredUnder, unknownConsignment } from '../domain/consignment';
import { type Lodgement, type LodgementStatus, referenceKey } from '../domain/lodgement';
import { Desk } from './desk';
import type { Message, RawMessage } from './message';

/** What became of a message that could be read. */
export type Verdict =
  | {
      readonly kind: 'lodged' | 'lodged-before';
      readonly declarationId: string;
      readonly status: LodgementStatus;
    }
  | { readonly kind: 'other-content'; readonly declarationId: string };

/** Takes messages in: each is kept before it is answered, and each reference is lodged once. */
@Injectable()
export class Intake {
  private readonly desk = new Desk<Message, Verdict>((messages) => this.lodge(messages));

  constructor(
    private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before the message is read: who is sent away costs little. @throws Problem 503 */
  assertRoom(): void {
    this.desk.assertRoom();
  }

  take(message: Message): Promise<Verdict> {
    return this.desk.take(message);
  }

  /** Keeps a message, readable or not, before its sender is answered. */
  async keep(raw: RawMessage): Promise<void> {
    await this.commands.run((batch) => Promise.resolve(batch.insert(rawMessages, raw)));
  }

  private lodge(messages: readonly Message[]): Promise<readonly Verdict[]> {
    return this.commands.run(async (batch) => {
      const ids = messages.map(({ declarationId }) => declarationId);
      const keys = messages.map(({ party, lrn }) => referenceKey(party, lrn));
      const documents = messages.flatMap(({ transportDocuments }) => transportDocuments);
      await Promise.all([
        batch.load(lodgements, ids),
        batch.load(references, keys),
        batch.load(consignments, documents),
      ]);
      for (const { raw } of messages) if (raw) batch.insert(rawMessages, raw);
      await this.loadEarlier(batch, messages);
      return messages.map((message) => this.lodgeOne(batch, message));
    });
  }

  /** The lodgements that the references lead to: their status is part of the answer. */
  private async loadEarlier(batch: Batch, messages: readonly Message[]): Promise<void> {
    const known = messages.map(({ party, lrn }) => batch.state(references, referenceKey(party, lrn)));
    await batch.load(
      lodgements,
      known.flatMap((reference) => (reference ? [reference.declarationId] : [])),
    );
  }

  private lodgeOne(batch: Batch, message: Message): Verdict {
    const key = referenceKey(message.party, message.lrn);
    const earlier = batch.state(references, key);
    if (earlier) {
      const { declarationId } = earlier;
      if (earlier.contentHash !== message.contentHash) return { kind: 'other-content', declarationId };
      const status = batch.state(lodgements, declarationId)?.status ?? 'received';
      return { kind: 'lodged-before', declarationId, status };
    }
    const { declarationId, party, contentHash } = message;
    batch.put(references, key, { party, declarationId, contentHash });
    const receivedAt = this.clock.now().toISOString();
    batch.put(lodgements, declarationId, newLodgement(message, receivedAt));
    this.announce(batch, message, receivedAt);
    return { kind: 'lodged', declarationId, status: 'received' };
  }

  private announce(batch: Batch, message: Message, receivedAt: string): void {
    const { declarationId, party, lrn, form, historical, declaration, unknownFields } = message;
    const arrival = this.arrivalOf(batch, message);
    const about = { declarationId, version: 1, party };
    const goodsPresent = message.goodsPresent || arrival !== undefined;
    const received = {
      ...about,
      lrn,
      receivedAt,
      form,
      historical,
      goodsPresent,
      declaration,
      unknownFields,
    };
    batch.append({ type: LodgementReceived.type, data: received });
    if (arrival) batch.append({ type: GoodsArrived.type, data: { ...about, ...arrival } });
  }

  /** The goods may have come before their declaration. */
  private arrivalOf(
    batch: Batch,
    { declarationId, transportDocuments }: Message,
  ): { arrivedAt: string; transportDocument: string } | undefined {
    let first: { arrivedAt: string; transportDocument: string } | undefined;
    for (const transportDocument of transportDocuments) {
      const consignment = batch.state(consignments, transportDocument) ?? unknownConsignment;
      batch.put(consignments, transportDocument, declaredUnder(consignment, declarationId));
      const { arrivedAt } = consignment;
      if (arrivedAt && (!first || arrivedAt < first.arrivedAt)) first = { arrivedAt, transportDocument };
    }
    return first;
  }
}

function newLodgement({ party, lrn, transportDocuments }: Message, receivedAt: string): Lodgement {
  return { party, lrn, version: 1, status: 'received', receivedAt, transportDocuments, heard: {} };
}
