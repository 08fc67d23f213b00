import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Bearer, bearerOf } from './token';

const KEPT_AS = 'tonggwan.token';

interface Session {
  readonly bearer: Bearer | undefined;
  /** False when the text is no token. */
  signIn(text: string): boolean;
  signOut(): void;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** The token lives as long as the tab: in the session's storage and nowhere else. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [bearer, setBearer] = useState(() => bearerOf(sessionStorage.getItem(KEPT_AS) ?? ''));
  const session = useMemo<Session>(
    () => ({
      bearer,
      signIn: (text) => {
        const found = bearerOf(text);
        if (found) sessionStorage.setItem(KEPT_AS, found.token);
        setBearer(found);
        return found !== undefined;
      },
      signOut: () => {
        sessionStorage.removeItem(KEPT_AS);
        setBearer(undefined);
      },
    }),
    [bearer],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('there is no session around this');
  return session;
}

/** Whoever is signed in: for pages that nobody else sees. */
export function useBearer(): Bearer {
  const { bearer } = useSession();
  if (!bearer) throw new Error('nobody is signed in');
  return bearer;
}
