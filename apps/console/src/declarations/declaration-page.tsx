import type { DeclarationView } from '../api/declarations';
import { useResource } from '../api/resource';
import { linkTo } from '../frame/route';
import { Heading, Loaded } from '../frame/states';
import { useWords } from '../words/language';
import { Amounts } from './amounts';
import { DeclarationFacts } from './declaration-facts';
import { Timeline } from './timeline';

const EVERY_MS = 10_000;

export function DeclarationPage({ id }: { readonly id: string }) {
  const { words } = useWords();
  const found = useResource<DeclarationView>(`/declarations/${encodeURIComponent(id)}`, EVERY_MS);
  return (
    <Loaded of={found}>
      {(declaration) => (
        <>
          <a href={linkTo('declarations')} className="back">
            ← {words.declarations}
          </a>
          <Heading title={declaration.mrn ?? declaration.lrn ?? declaration.id} />
          <DeclarationFacts declaration={declaration} />
          <Timeline declarationId={declaration.id} />
          {declaration.status !== 'rejected' && (
            <Amounts declarationId={declaration.id} isThere={hasAssessment(declaration)} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** Worked out, or not to be worked out, which a hold says. */
function hasAssessment({ amounts, outstanding }: DeclarationView): boolean {
  return amounts !== undefined || outstanding.includes('hold');
}
