import { useState } from 'react';
import type { CasePage } from '../api/cases';
import { query } from '../api/query';
import { useResource } from '../api/resource';
import { Pager } from '../frame/pager';
import { Empty, Heading, Loaded } from '../frame/states';
import { useWords } from '../words/language';
import { CaseLine } from './case-line';

const EVERY_MS = 5_000;
const PAGE = '50';
const KINDS = ['control', 'hold', 'audit'] as const;

export function Queue() {
  const { words } = useWords();
  const [office, setOffice] = useState('');
  const [kind, setKind] = useState('');
  const [cursor, setCursor] = useState<string>();
  const queue = useResource<CasePage>(`/cases${query({ office, kind, cursor, limit: PAGE })}`, EVERY_MS);
  const narrow = (set: (value: string) => void) => (value: string) => {
    set(value);
    setCursor(undefined);
  };
  return (
    <>
      <Heading title={words.queueTitle} text={words.queueText}>
        <label>
          {words.office}
          <input
            value={office}
            maxLength={20}
            placeholder={words.allOffices}
            onChange={({ target }) => narrow(setOffice)(target.value.trim())}
            data-testid="filter-office"
          />
        </label>
        <label>
          {words.kind}
          <select
            value={kind}
            onChange={({ target }) => narrow(setKind)(target.value)}
            data-testid="filter-kind"
          >
            <option value="">{words.allKinds}</option>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {words[`kind.${one}`]}
              </option>
            ))}
          </select>
        </label>
      </Heading>
      <Loaded of={queue}>
        {({ cases, next }) => (
          <section className="card">
            {cases.length === 0 ? (
              <Empty>{office || kind ? words.queueNoMatch : words.queueEmpty}</Empty>
            ) : (
              <Lines cases={cases} onChange={queue.reload} />
            )}
            <Pager isFirst={cursor === undefined} next={next} turn={setCursor} />
          </section>
        )}
      </Loaded>
    </>
  );
}

interface LinesProps {
  readonly cases: CasePage['cases'];
  onChange(): void;
}

function Lines({ cases, onChange }: LinesProps) {
  const { words } = useWords();
  const heads = [words.reference, words.kind, words.reasons, words.priority, words.office, words.age, ''];
  return (
    <div className="scroll">
      <table className="queue" data-testid="queue">
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col" className={name === words.age ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseLine key={one.caseId} of={one} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
