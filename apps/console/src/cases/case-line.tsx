import type { CaseSummary } from '../api/cases';
import { age } from '../format/age';
import { linkTo } from '../frame/route';
import { useWords } from '../words/language';
import { Lease } from './lease';
import { useNow } from './now';

interface Props {
  readonly of: CaseSummary;
  onChange(): void;
}

const PRESSING = 80;

/** A case in the queue. */
export function CaseLine({ of, onChange }: Props) {
  const { words, language } = useWords();
  const { caseId, kind, reasons, priority, office, facts, declarationId, openedAt } = of;
  const now = useNow();
  const [first, ...others] = reasons;
  return (
    <tr data-testid={`case-${caseId}`}>
      <th scope="row">
        <a href={linkTo('cases', caseId)}>{facts?.mrn ?? declarationId}</a>
        {facts && <small className="quiet">{facts.importer ?? facts.declarant ?? facts.lrn}</small>}
      </th>
      <td>
        <span className={`kind ${kind}`}>{words[`kind.${kind}`]}</span>
      </td>
      <td className="reason">
        {first?.text}
        {others.length > 0 && (
          <span className="quiet" title={others.map(({ text }) => text).join('\n')}>
            {` +${others.length}`}
          </span>
        )}
      </td>
      <td>
        <span className={priority >= PRESSING ? 'priority pressing' : 'priority'}>{priority}</span>
      </td>
      <td>{office}</td>
      <td className="number">
        <time dateTime={openedAt}>{age(openedAt, now, language)}</time>
      </td>
      <td className="acts">
        <Lease of={of} onChange={onChange} />
      </td>
    </tr>
  );
}
