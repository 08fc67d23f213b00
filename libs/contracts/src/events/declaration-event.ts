import { Identifier, Text, Whole } from '../shape/field';

/** What every event says: which declaration, which version of it, and whose it is. */
export abstract class DeclarationEvent {
  @Identifier() declarationId!: string;
  /** Counts from 1; an amendment is the next. What holds for one version holds for no other. */
  @Whole(1) version!: number;
  /** The party that submitted the declaration and owns every row about it. */
  @Text() party!: string;
}
