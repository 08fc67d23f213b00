import { useEffect, useState } from 'react';

/** Where in the console somebody is: the part of the address behind `#`. */
export type Route =
  | { readonly page: 'cases' | 'time-release' | 'declarations' }
  | { readonly page: 'case' | 'declaration'; readonly id: string };

export function routeOf(hash: string): Route | undefined {
  const [name = '', id] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  if (name === 'cases') return id ? { page: 'case', id } : { page: 'cases' };
  if (name === 'declarations') return id ? { page: 'declaration', id } : { page: 'declarations' };
  return name === 'time-release' ? { page: name } : undefined;
}

export const linkTo = (page: 'cases' | 'declarations' | 'time-release', id?: string): string =>
  id ? `#/${page}/${encodeURIComponent(id)}` : `#/${page}`;

export function useRoute(): Route | undefined {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return routeOf(hash);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
