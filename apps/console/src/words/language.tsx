import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Words } from './en';
import { isLanguage, type Language, wordsOf } from './languages';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  speak(language: Language): void;
}

const KEPT_AS = 'tonggwan.language';
const LanguageContext = createContext<Spoken | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    sessionStorage.setItem(KEPT_AS, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, speak, words: wordsOf(language) }), [language]);
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

export function useWords(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('no language is spoken around this');
  return spoken;
}

function firstLanguage(): Language {
  const kept = sessionStorage.getItem(KEPT_AS);
  if (isLanguage(kept)) return kept;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}
