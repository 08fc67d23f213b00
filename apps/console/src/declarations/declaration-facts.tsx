import type { DeclarationView } from '../api/declarations';
import { instant } from '../format/instant';
import { money } from '../format/money';
import { Fact } from '../frame/fact';
import { useWords } from '../words/language';
import { Outstanding, Status } from './outstanding';
import { Screening } from './screening';

/** What a declaration is, where it stands, and what is asked for. */
export function DeclarationFacts({ declaration }: { readonly declaration: DeclarationView }) {
  const { words, language } = useWords();
  const { id, mrn, lrn, version, office, lodgedAt, taxPointAt, notice, documents } = declaration;
  return (
    <section className="card" data-testid="declaration">
      <dl className="facts">
        <Fact name={words.status}>
          <Status of={declaration} />
        </Fact>
        <Fact name={words.outstanding}>
          <Outstanding of={declaration.outstanding} />
        </Fact>
        <Fact name={words.mrn}>{mrn}</Fact>
        <Fact name={words.lrn}>{lrn}</Fact>
        <Fact name={words.version}>{version}</Fact>
        <Fact name={words.office}>{office}</Fact>
        <Fact name={words.lodged}>{lodgedAt && instant(lodgedAt, language)}</Fact>
        <Fact name={words.taxPoint}>{taxPointAt && instant(taxPointAt, language)}</Fact>
        <Fact name={words.noticeToPay}>
          {notice && (
            <>
              {money(notice.amount)} <small className="quiet">{notice.number}</small>
            </>
          )}
        </Fact>
        <Fact name={words.documentsAsked}>
          {documents.length > 0 && documents.map(({ document }) => document).join(', ')}
        </Fact>
        <Fact name={words.identifier}>
          <code>{id}</code>
        </Fact>
      </dl>
      <Errors of={declaration.errors} />
      <Screening of={declaration} />
    </section>
  );
}

function Errors({ of }: { readonly of: DeclarationView['errors'] }) {
  const { words } = useWords();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{words.errors}</h3>
      <ul className="errors" data-testid="errors">
        {of.map(({ code, pointer, message }) => (
          <li key={`${code}${pointer}`}>
            <strong>{code}</strong> {message} {pointer && <code>{pointer}</code>}
          </li>
        ))}
      </ul>
    </>
  );
}
