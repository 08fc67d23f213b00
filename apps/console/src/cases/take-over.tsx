import { type FormEvent, useRef } from 'react';
import type { CaseSummary } from '../api/cases';
import { useBearer } from '../session/session';
import { supervises } from '../session/token';
import { useWords } from '../words/language';
import { filled } from '../words/languages';
import { useAct } from './act';
import { isMine } from './lease';

const REASON_MAX = 500;

interface Props {
  readonly of: CaseSummary;
  onChange(): void;
}

/** For supervisors: takes over what another officer holds, with a reason. */
export function TakeOver({ of, onChange }: Props) {
  const { words } = useWords();
  const bearer = useBearer();
  const dialog = useRef<HTMLDialogElement>(null);
  const { act, isBusy, fault } = useAct(onChange);
  if (of.status !== 'open' || !of.claimedBy || isMine(of, bearer.subject) || !supervises(bearer)) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    void act(`/cases/${of.caseId}/claim`, { reason });
  };
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} data-testid="take-over">
        {words.takeOver}
      </button>
      <dialog ref={dialog} className="card" aria-labelledby="take-over-title" data-testid="take-over-dialog">
        <form onSubmit={submit}>
          <h2 id="take-over-title">{words.takeOver}</h2>
          <p className="quiet">{filled(words.takeOverText, { who: of.claimedBy })}</p>
          <label>
            {words.reason}
            <textarea name="reason" rows={3} required maxLength={REASON_MAX} data-testid="take-over-reason" />
          </label>
          {fault && (
            <p role="alert" className="fault">
              {fault}
            </p>
          )}
          <div className="dialog-acts">
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.cancel}
            </button>
            <button type="submit" className="primary" disabled={isBusy} data-testid="take-over-submit">
              {words.takeOver}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
