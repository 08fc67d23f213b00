import type { Assessment, ItemAssessment, TaxLine } from '../api/declarations';
import { useResource } from '../api/resource';
import { grouped, money } from '../format/money';
import { Empty, Loaded } from '../frame/states';
import { useWords } from '../words/language';
import { filled } from '../words/languages';

const EVERY_MS = 5_000;

interface Props {
  readonly declarationId: string;
  /** Whether tax assessment has said anything yet. */
  readonly isThere: boolean;
}

/** Each amount with base, rate, rule and source. */
export function Amounts({ declarationId, isThere }: Props) {
  const { words } = useWords();
  const path = isThere ? `/declarations/${declarationId}/assessment` : undefined;
  const assessment = useResource<Assessment>(path, EVERY_MS);
  return (
    <section className="card" aria-labelledby="amounts-title" data-testid="amounts">
      <h2 id="amounts-title">{words.amounts}</h2>
      {isThere ? (
        <Loaded of={assessment}>{(found) => <Found assessment={found} />}</Loaded>
      ) : (
        <Empty>{words.amountsPending}</Empty>
      )}
    </section>
  );
}

function Found({ assessment }: { readonly assessment: Assessment }) {
  const { words } = useWords();
  if (assessment.status === 'held') {
    return (
      <div className="notice bad">
        <span>
          {filled(words.amountsHeld, { why: [assessment.reason, ...assessment.details].join('; ') })}
        </span>
      </div>
    );
  }
  const { items, assessed, payable, nilReason } = assessment;
  return (
    <>
      {items.map((item) => (
        <Item key={item.sequence} item={item} currency={assessed.currency} />
      ))}
      <dl className="figures">
        <div>
          <dt>{words.assessed}</dt>
          <dd>{money(assessed)}</dd>
        </div>
        <div className="strong">
          <dt>{words.payable}</dt>
          <dd data-testid="payable">{money(payable)}</dd>
          {nilReason && <dd className="quiet">{nilReason}</dd>}
        </div>
      </dl>
    </>
  );
}

function Item({ item, currency }: { readonly item: ItemAssessment; readonly currency: string }) {
  const { words } = useWords();
  return (
    <div className="goods-item">
      <h3>
        {words.item} {item.sequence} · {item.commodityCode}
        {item.origin && <span className="quiet"> · {item.origin}</span>}
        <span className="value">
          {words.customsValue} {money({ amount: item.customsValue, currency })}
        </span>
      </h3>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.tax}</th>
              {[words.base, words.rate, words.amount].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
              <th scope="col">{words.rule}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {item.lines.map((line) => (
              <Line key={line.tax} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Line({ line }: { readonly line: TaxLine }) {
  const { words } = useWords();
  return (
    <tr>
      <th scope="row">{line.tax}</th>
      <td className="number" title={line.baseFormula}>
        {grouped(line.base)}
      </td>
      <td className="number">{line.rate}</td>
      <td className="number">
        <strong>{grouped(line.amount)}</strong>
      </td>
      <td>{line.rule}</td>
      <td className="source" title={line.source}>
        {line.source}
        {line.illustrative && <em> ({words.illustrative})</em>}
      </td>
    </tr>
  );
}
