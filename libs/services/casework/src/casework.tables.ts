import { AssessmentHeld, type DeclarationEvent, GoodsReleased, RiskAssessed } from '@tonggwan/contracts';
import { byDeclaration, type GrowingTable, type Received, type StateTable } from '@tonggwan/messaging';
import type { Case } from './domain/case';
import { caseIdOf } from './domain/case-id';
import type { Dossier } from './domain/dossier';

export const dossiers = byDeclaration<Dossier>('casework.dossier');

/** The cases that a declaration has, and the one that the event may open. */
export const cases: StateTable<Case> = {
  name: 'casework.case',
  asksBatch: true,
  keysOf: (event, batch) => {
    const dossier = batch.state(dossiers, event.declarationId);
    return [...(dossier?.cases ?? []), ...newCasesOf(event, dossier)];
  },
};

/** What was declared, version by version, for the officer to see. */
export const declarations: GrowingTable<{
  readonly declaration_id: string;
  readonly version: number;
  readonly party: string;
  readonly declaration: object;
}> = {
  name: 'casework.declaration',
  columns: { declaration_id: 'uuid', version: 'int', party: 'text', declaration: 'jsonb' },
};

function newCasesOf({ type, data }: Received, dossier: Dossier | undefined): string[] {
  const { declarationId, version } = data as DeclarationEvent;
  switch (type) {
    case AssessmentHeld.type:
      return [caseIdOf(declarationId, version, 'hold')];
    case RiskAssessed.type: {
      const { channel } = data as RiskAssessed;
      if (channel === 'green') return [];
      return [caseIdOf(declarationId, version, channel === 'blue' ? 'audit' : 'control')];
    }
    case GoodsReleased.type:
      return dossier?.screening?.channel === 'blue'
        ? [caseIdOf(declarationId, dossier.version, 'audit')]
        : [];
    default:
      return [];
  }
}
