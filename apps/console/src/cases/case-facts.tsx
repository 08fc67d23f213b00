import type { CaseFile } from '../api/cases';
import { money } from '../format/money';
import { age } from '../format/age';
import { linkTo } from '../frame/route';
import { Fact } from '../frame/fact';
import { useWords } from '../words/language';
import { useNow } from './now';

/** Why there is a case, and about what. */
export function CaseFacts({ of }: { readonly of: CaseFile }) {
  const { words, language } = useWords();
  const now = useNow();
  const { declarationId, facts, office, priority, reasons, openedAt, version } = of;
  return (
    <section className="card" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{words.reasons}</h2>
      <ul className="reasons" data-testid="reasons">
        {reasons.map(({ code, text }) => (
          <li key={`${code}/${text}`}>
            <strong>{code}</strong> {text}
          </li>
        ))}
      </ul>
      <dl className="facts">
        <Fact name={words.mrn}>
          <a href={linkTo('declarations', declarationId)} data-testid="case-declaration">
            {facts?.mrn ?? declarationId}
          </a>
        </Fact>
        <Fact name={words.lrn}>{facts?.lrn}</Fact>
        <Fact name={words.version}>{version}</Fact>
        <Fact name={words.declarant}>{facts?.declarant}</Fact>
        <Fact name={words.importer}>{facts?.importer}</Fact>
        <Fact name={words.invoiced}>{facts?.invoiced && money(facts.invoiced)}</Fact>
        <Fact name={words.office}>{office}</Fact>
        <Fact name={words.priority}>{priority}</Fact>
        <Fact name={words.age}>{age(openedAt, now, language)}</Fact>
      </dl>
    </section>
  );
}
