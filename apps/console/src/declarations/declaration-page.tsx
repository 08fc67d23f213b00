import type { DeclarationView } from '../api/declarations';
import { useResource } from '../api/resource';
import { Heading, Loaded } from '../frame/states';
import { Amounts } from './amounts';
import { DeclarationFacts } from './declaration-facts';
import { Timeline } from './timeline';

const EVERY_MS = 10_000;

export function DeclarationPage({ id }: { readonly id: string }) {
  const found = useResource<DeclarationView>(`/declarations/${encodeURIComponent(id)}`, EVERY_MS);
  return (
    <Loaded of={found}>
      {(declaration) => (
        <>
          <Heading title={declaration.mrn ?? declaration.lrn ?? declaration.id} />
          <DeclarationFacts declaration={declaration} />
          <Timeline declarationId={declaration.id} />
          <Amounts declarationId={declaration.id} />
        </>
      )}
    </Loaded>
  );
}
