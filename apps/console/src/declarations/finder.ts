import { useState } from 'react';
import { useClient } from '../api/client';
import type { DeclarationPage } from '../api/declarations';
import { query } from '../api/query';
import { refusal } from '../api/resource';
import { linkTo } from '../frame/route';
import { useWords } from '../words/language';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Opens the declaration of an identifier, declaration number or local reference. */
export function useFinder() {
  const client = useClient();
  const { words } = useWords();
  const [fault, setFault] = useState('');

  const idOf = async (reference: string): Promise<string | undefined> => {
    if (ID.test(reference)) return reference.toLowerCase();
    for (const parameter of ['mrn', 'lrn']) {
      const found = await client.get<DeclarationPage>(
        `/declarations${query({ [parameter]: reference, limit: '1' })}`,
      );
      if (found.declarations[0]) return found.declarations[0].id;
    }
    return undefined;
  };

  const find = async (reference: string): Promise<void> => {
    try {
      const id = await idOf(reference);
      setFault(id ? '' : words.foundNothing);
      if (id) window.location.hash = linkTo('declarations', id);
    } catch (error) {
      setFault(refusal(error).message);
    }
  };

  return { find, fault };
}
