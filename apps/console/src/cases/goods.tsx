import type { Declaration, GoodsItem } from '../api/cases';
import { grouped } from '../format/money';
import { useWords } from '../words/language';

const SHOWN_MAX = 50;

/** The goods as they were declared. */
export function Goods({ of }: { readonly of: Declaration }) {
  const { words } = useWords();
  const measures: string[] = [words.netMass, words.invoiced];
  const items = of.goodsShipment?.governmentAgencyGoodsItem ?? [];
  return (
    <section className="card" aria-labelledby="goods-title" data-testid="goods">
      <h2 id="goods-title">{words.goods}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              {[words.item, words.commodity, words.goods, words.origin, ...measures].map((name) => (
                <th key={name} scope="col" className={measures.includes(name) ? 'number' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.slice(0, SHOWN_MAX).map((item, index) => (
              <Item key={item.sequenceNumeric ?? index} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {items.length > SHOWN_MAX && <p className="quiet">{`+${items.length - SHOWN_MAX}`}</p>}
    </section>
  );
}

function Item({ item: { sequenceNumeric, commodity, origin } }: { readonly item: GoodsItem }) {
  const { netNetWeightMeasure: mass } = commodity?.goodsMeasure ?? {};
  const { itemChargeAmount: charge } = commodity?.invoiceLine ?? {};
  return (
    <tr>
      <th scope="row">{sequenceNumeric}</th>
      <td>
        <code>{commodity?.classification?.map(({ id }) => id).join(' ')}</code>
      </td>
      <td>{commodity?.description}</td>
      <td>{origin?.map(({ countryCode }) => countryCode).join(', ')}</td>
      <td className="number">{mass && `${grouped(mass.value)} ${mass.unitCode ?? 'kg'}`}</td>
      <td className="number">{charge && `${grouped(charge.value)} ${charge.currencyID ?? ''}`}</td>
    </tr>
  );
}
