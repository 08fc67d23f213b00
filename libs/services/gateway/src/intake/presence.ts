import { Injectable } from '@nestjs/common';
import { GoodsArrived, GoodsRemoved } from '@tonggwan/contracts';
import type { Batch } from '@tonggwan/messaging';
import { Commands } from '@tonggwan/service-host';
import { consignments, lodgements } from '../database/tables';
import { arrived, type Consignment, removed, unknownConsignment } from '../domain/consignment';

export type Movement = 'arrival' | 'removal';

/** Says of goods that they have come or gone, under their transport document or their declaration. */
@Injectable()
export class Presence {
  constructor(private readonly commands: Commands) {}

  /** Answers the declarations that it concerned; those that come later are told when they come. */
  byDocument(movement: Movement, transportDocument: string, at: string): Promise<readonly string[]> {
    return this.commands.run(async (batch) => {
      await batch.load(consignments, [transportDocument]);
      const before = batch.state(consignments, transportDocument) ?? unknownConsignment;
      const after = movement === 'arrival' ? arrived(before, at) : removed(before, at);
      if (after === before) return before.declarations;
      batch.put(consignments, transportDocument, after);
      await batch.load(lodgements, after.declarations);
      for (const id of after.declarations)
        this.say(batch, movement, id, instantOf(after, movement), transportDocument);
      return after.declarations;
    });
  }

  /** False when there is no such declaration. */
  byDeclaration(movement: Movement, declarationId: string, at: string): Promise<boolean> {
    return this.commands.run(async (batch) => {
      await batch.load(lodgements, [declarationId]);
      if (!batch.state(lodgements, declarationId)) return false;
      this.say(batch, movement, declarationId, at);
      return true;
    });
  }

  private say(
    batch: Batch,
    movement: Movement,
    declarationId: string,
    at: string,
    transportDocument?: string,
  ): void {
    const lodgement = batch.state(lodgements, declarationId);
    if (!lodgement) return;
    const { version, party } = lodgement;
    const about = { declarationId, version, party, ...(transportDocument ? { transportDocument } : {}) };
    const arrival = { type: GoodsArrived.type, data: { ...about, arrivedAt: at } };
    const removal = { type: GoodsRemoved.type, data: { ...about, removedAt: at } };
    batch.append(movement === 'arrival' ? arrival : removal);
  }
}

function instantOf({ arrivedAt, removedAt }: Consignment, movement: Movement): string {
  return (movement === 'arrival' ? arrivedAt : removedAt)!;
}
