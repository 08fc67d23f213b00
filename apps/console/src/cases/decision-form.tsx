import { type FormEvent, useState } from 'react';
import { type CaseFile, type Decision, OUTCOMES } from '../api/cases';
import { Empty } from '../frame/states';
import { useWords } from '../words/language';
import { useAct } from './act';
import { decisionIn } from './decision';
import { Rates } from './rates';

const CHOICES = [
  { decision: 'clear', testId: 'decide-clear', word: 'decideClear' },
  { decision: 'refuse', testId: 'decide-refuse', word: 'decideRefuse' },
  { decision: 'request-document', testId: 'decide-document', word: 'decideDocument' },
] as const;
const TEXT_MAX = 500;

interface Props {
  readonly of: CaseFile;
  readonly isMine: boolean;
  onChange(): void;
}

/** What an officer decides about a case that he holds. */
export function DecisionForm({ of, isMine, onChange }: Props) {
  const { words } = useWords();
  const [decision, choose] = useState<Decision['decision']>('clear');
  const { act, isBusy, fault } = useAct(onChange);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void act(`/cases/${of.caseId}/decision`, decisionIn(decision, new FormData(event.currentTarget)));
  };
  return (
    <section className="card decision" aria-labelledby="decision-title" data-testid="decision">
      <h2 id="decision-title">{words.decision}</h2>
      {of.status !== 'open' && <Empty>{words.decided}</Empty>}
      {of.status === 'open' && !isMine && <Empty>{words.claimFirst}</Empty>}
      {of.status === 'open' && isMine && (
        <form onSubmit={submit}>
          <div className="choices" role="group" aria-label={words.decision}>
            {CHOICES.map((choice) => (
              <button
                key={choice.decision}
                type="button"
                aria-pressed={decision === choice.decision}
                onClick={() => choose(choice.decision)}
                data-testid={choice.testId}
              >
                {words[choice.word]}
              </button>
            ))}
          </div>
          <Fields decision={decision} isHold={of.kind === 'hold'} />
          {fault && (
            <p role="alert" className="fault" data-testid="decision-fault">
              {fault}
            </p>
          )}
          <button type="submit" className="primary" disabled={isBusy} data-testid="decision-submit">
            {words.send}
          </button>
        </form>
      )}
    </section>
  );
}

function Fields({ decision, isHold }: { readonly decision: Decision['decision']; readonly isHold: boolean }) {
  const { words } = useWords();
  if (decision === 'request-document') {
    return (
      <>
        <label>
          {words.document}
          <input name="document" required maxLength={TEXT_MAX} data-testid="document" />
        </label>
        <label>
          {words.textToTrader}
          <textarea name="text" rows={3} maxLength={TEXT_MAX} data-testid="document-text" />
        </label>
      </>
    );
  }
  return (
    <>
      {decision === 'refuse' && (
        <label>
          {words.outcome}
          <select name="outcome" required data-testid="outcome">
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {words[`outcome.${outcome}`]}
              </option>
            ))}
          </select>
        </label>
      )}
      {decision === 'clear' && isHold && <Rates />}
      <label>
        {words.reason}
        <textarea name="reason" rows={3} required maxLength={TEXT_MAX} data-testid="reason" />
      </label>
    </>
  );
}
