import { type FormEvent, useState } from 'react';
import type { DeclarationPage, DeclarationView } from '../api/declarations';
import { query } from '../api/query';
import { useResource } from '../api/resource';
import { instant } from '../format/instant';
import { money } from '../format/money';
import { linkTo } from '../frame/route';
import { Empty, Heading, Loaded } from '../frame/states';
import { useBearer } from '../session/session';
import { isStaff } from '../session/token';
import { useWords } from '../words/language';
import { Answers } from './answers';
import { Outstanding, Status } from './outstanding';
import { useFinder } from './finder';

const EVERY_MS = 10_000;
const PAGE = '25';

export function DeclarationList() {
  const { words } = useWords();
  const isBroker = !isStaff(useBearer());
  const [cursor, setCursor] = useState<string>();
  const list = useResource<DeclarationPage>(`/declarations${query({ limit: PAGE, cursor })}`, EVERY_MS);
  return (
    <>
      <Heading title={words.findTitle} text={words.findText}>
        <Search />
      </Heading>
      <Loaded of={list}>
        {({ declarations, next }) => (
          <section className="card">
            {declarations.length === 0 ? (
              <Empty>{words.noDeclarations}</Empty>
            ) : (
              <DeclarationTable declarations={declarations} />
            )}
            <div className="pager">
              {cursor && (
                <button type="button" onClick={() => setCursor(undefined)}>
                  {words.first}
                </button>
              )}
              {next && (
                <button type="button" onClick={() => setCursor(next)} data-testid="next-page">
                  {words.next}
                </button>
              )}
            </div>
          </section>
        )}
      </Loaded>
      {isBroker && <Answers />}
    </>
  );
}

function Search() {
  const { words } = useWords();
  const { find, fault } = useFinder();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void find(String(new FormData(event.currentTarget).get('reference')).trim());
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <label>
        {words.findLabel}
        <input
          name="reference"
          type="search"
          required
          maxLength={70}
          aria-describedby="find-fault"
          data-testid="search"
        />
      </label>
      <button type="submit" className="primary" data-testid="search-submit">
        {words.find}
      </button>
      <p id="find-fault" role="alert" className="fault">
        {fault}
      </p>
    </form>
  );
}

function DeclarationTable({ declarations }: { readonly declarations: readonly DeclarationView[] }) {
  const { words, language } = useWords();
  const heads = [words.reference, words.status, words.outstanding, words.payable, words.office, words.lodged];
  return (
    <div className="scroll">
      <table data-testid="declarations">
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {declarations.map((declaration) => (
            <tr key={declaration.id} data-testid={`declaration-${declaration.id}`}>
              <th scope="row">
                <a href={linkTo('declarations', declaration.id)}>{declaration.mrn ?? declaration.lrn}</a>
                {declaration.mrn && <small className="quiet">{declaration.lrn}</small>}
              </th>
              <td>
                <Status of={declaration} />
              </td>
              <td>
                <Outstanding of={declaration.outstanding} />
              </td>
              <td className="number">{declaration.amounts && money(declaration.amounts.payable)}</td>
              <td>{declaration.office}</td>
              <td>{declaration.lodgedAt && instant(declaration.lodgedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
