import type { HistoryEntry } from '../api/cases';
import { instant } from '../format/instant';
import { useWords } from '../words/language';
import { deedName } from '../words/names';

export function History({ of }: { readonly of: readonly HistoryEntry[] }) {
  const { words, language } = useWords();
  return (
    <section className="card" aria-labelledby="history-title" data-testid="history">
      <h2 id="history-title">{words.history}</h2>
      <ol className="moments">
        {[...of].reverse().map(({ at, what, officer, text }) => (
          <li key={`${at}/${what}`}>
            <time dateTime={at}>{instant(at, language)}</time>
            <span>
              {deedName(what, language)} {officer && <small className="quiet">{officer}</small>}
              {text && <small className="said">{text}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
