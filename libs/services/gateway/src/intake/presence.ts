import { Injectable } from '@nestjs/common';
import { GoodsArrived, GoodsRemoved } from '@tonggwan/contracts';
import type { Batch } from '@tonggwan/messaging';
import { Commands } from '@tonggwan/service-host';
import { consignments, lodgements } from '../database/tables';
import { Desk } from './desk';
import { arrived, type Consignment, removed, unknownConsignment } from '../domain/consignment';

type Movement = 'arrival' | 'removal';

/** That goods have come or gone, as somebody says of a transport document or of a declaration. */
export type Sighting = {
  readonly movement: Movement;
  readonly at: string;
} & ({ readonly transportDocument: string } | { readonly declarationId: string });

/** Says of goods that they have come or gone, under their transport document or their declaration. */
@Injectable()
export class Presence {
  private readonly desk = new Desk<Sighting, readonly string[]>((sightings) => this.noteAll(sightings));

  constructor(private readonly commands: Commands) {}

  /** Answers the declarations that it concerned; those that come later under the document are told when they come. */
  note(sighting: Sighting): Promise<readonly string[]> {
    return this.desk.take(sighting);
  }

  private noteAll(sightings: readonly Sighting[]): Promise<(readonly string[])[]> {
    return this.commands.run(async (batch) => {
      const documents = sightings.flatMap((sighting) =>
        'transportDocument' in sighting ? [sighting.transportDocument] : [],
      );
      await batch.load(consignments, documents);
      const ids = sightings.flatMap((sighting) => declarationsOf(batch, sighting));
      await batch.load(lodgements, ids);
      return sightings.map((sighting) =>
        'transportDocument' in sighting
          ? this.byDocument(batch, sighting.movement, sighting.transportDocument, sighting.at)
          : this.byDeclaration(batch, sighting.movement, sighting.declarationId, sighting.at),
      );
    });
  }

  private byDocument(
    batch: Batch,
    movement: Movement,
    transportDocument: string,
    at: string,
  ): readonly string[] {
    const before = batch.state(consignments, transportDocument) ?? unknownConsignment;
    const after = movement === 'arrival' ? arrived(before, at) : removed(before, at);
    if (after === before) return before.declarations;
    batch.put(consignments, transportDocument, after);
    for (const id of after.declarations)
      this.say(batch, movement, id, instantOf(after, movement), transportDocument);
    return after.declarations;
  }

  /** Nothing when there is no such declaration. */
  private byDeclaration(
    batch: Batch,
    movement: Movement,
    declarationId: string,
    at: string,
  ): readonly string[] {
    if (!batch.state(lodgements, declarationId)) return [];
    this.say(batch, movement, declarationId, at);
    return [declarationId];
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

function declarationsOf(batch: Batch, sighting: Sighting): readonly string[] {
  if ('declarationId' in sighting) return [sighting.declarationId];
  return batch.state(consignments, sighting.transportDocument)?.declarations ?? [];
}

function instantOf({ arrivedAt, removedAt }: Consignment, movement: Movement): string {
  return (movement === 'arrival' ? arrivedAt : removedAt)!;
}
