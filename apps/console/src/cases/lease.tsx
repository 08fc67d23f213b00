import type { CaseSummary } from '../api/cases';
import { instant } from '../format/instant';
import { useBearer } from '../session/session';
import { useWords } from '../words/language';
import { filled } from '../words/languages';
import { useAct } from './act';

interface Props {
  readonly of: CaseSummary;
  onChange(): void;
}

export const isMine = ({ claimedBy }: CaseSummary, officer: string): boolean => claimedBy === officer;

/** Who has a case, and the buttons to take it or give it back. */
export function Lease({ of, onChange }: Props) {
  const { words, language } = useWords();
  const bearer = useBearer();
  const { act, isBusy, fault } = useAct(onChange);
  if (of.status !== 'open') return <span className="quiet">{words.decided}</span>;
  const mine = isMine(of, bearer.subject);
  const { claimedBy, claimedUntil } = of;
  const path = `/cases/${of.caseId}`;
  return (
    <div className="lease">
      {mine && claimedUntil && (
        <span
          className="chip mine"
          title={filled(words.heldUntil, { when: instant(claimedUntil, language) })}
        >
          {words.yours}
        </span>
      )}
      {!mine && claimedBy && <span className="quiet">{filled(words.heldBy, { who: claimedBy })}</span>}
      {!claimedBy && (
        <button
          type="button"
          className="primary"
          disabled={isBusy}
          onClick={() => void act(`${path}/claim`)}
          data-testid="claim"
        >
          {words.claim}
        </button>
      )}
      {mine && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void act(`${path}/give-back`)}
          data-testid="give-back"
        >
          {words.giveBack}
        </button>
      )}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
