import { useState } from 'react';
import type { DeclarationPage, DeclarationView } from '../api/declarations';
import { query } from '../api/query';
import { useResource } from '../api/resource';
import { instant } from '../format/instant';
import { money } from '../format/money';
import { linkTo } from '../frame/route';
import { Pager } from '../frame/pager';
import { Empty, Heading, Loaded } from '../frame/states';
import { useBearer } from '../session/session';
import { isStaff } from '../session/token';
import { useWords } from '../words/language';
import { Answers } from './answers';
import { Outstanding, Status } from './outstanding';
import { Search } from './search';

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
            <Pager next={next} turn={setCursor} isFirst={cursor === undefined} />
          </section>
        )}
      </Loaded>
      {isBroker && <Answers />}
    </>
  );
}

function DeclarationTable({ declarations }: { readonly declarations: readonly DeclarationView[] }) {
  const { words, language } = useWords();
  const heads = [words.reference, words.status, words.outstanding, words.office, words.lodged, words.payable];
  return (
    <div className="scroll">
      <table data-testid="declarations">
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col" className={name === words.payable ? 'number' : ''}>
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
              <td>{declaration.office}</td>
              <td>{declaration.lodgedAt && instant(declaration.lodgedAt, language)}</td>
              <td className="number">{declaration.amounts && money(declaration.amounts.payable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
