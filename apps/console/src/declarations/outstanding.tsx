import type { DeclarationView } from '../api/declarations';
import { useWords } from '../words/language';

/** What is missing, each as a word of its own. */
export function Outstanding({ of }: { readonly of: readonly string[] }) {
  const { words } = useWords();
  if (of.length === 0) return <span className="quiet">{words.nothingOutstanding}</span>;
  return (
    <ul className="chips" data-testid="outstanding">
      {of.map((condition) => (
        <li key={condition} className="chip">
          {words[`outstanding.${condition}` as 'outstanding.control'] ?? condition}
        </li>
      ))}
    </ul>
  );
}

const ENDS = ['rejected', 'refused', 'cancelled'];
const GOOD = ['released', 'cleared', 'removed'];

/** The state by its local name, as the pack has it. */
export function Status({ of: { status, statusName } }: { readonly of: DeclarationView }) {
  const { language } = useWords();
  const tone = ENDS.includes(status) ? 'bad' : GOOD.includes(status) ? 'good' : 'open';
  return (
    <span className={`status ${tone}`} data-testid="status" data-status={status}>
      {statusName[language] ?? statusName.en ?? status}
    </span>
  );
}
