import { useEffect } from 'react';
import { useWords } from '../words/language';

/** What the tab and the history of the browser say of a page. */
export function usePageTitle(title: string): void {
  const { words } = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words]);
}
