import { useState } from 'react';
import { useWords } from '../words/language';

const ROWS_MAX = 50;

/** The rates that the tariff lacks, as an officer has found them. */
export function Rates() {
  const { words } = useWords();
  const [rows, setRows] = useState(1);
  return (
    <fieldset className="rates" data-testid="rates">
      <legend>{words.ratesTitle}</legend>
      <p className="quiet">{words.ratesText}</p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="rate">
          <label>
            {words.item}
            <input name="sequence" type="number" min="1" max="9999" defaultValue={row + 1} required />
          </label>
          <label>
            {words.tax}
            <input name="tax" maxLength={20} data-testid={`rate-tax-${row}`} />
          </label>
          <label>
            {words.rate}
            <input
              name="rate"
              inputMode="decimal"
              pattern="\d+(\.\d+)?"
              maxLength={12}
              data-testid={`rate-${row}`}
            />
          </label>
          <label className="source">
            {words.source}
            <input name="source" maxLength={200} data-testid={`rate-source-${row}`} />
          </label>
        </div>
      ))}
      {rows < ROWS_MAX && (
        <button type="button" onClick={() => setRows(rows + 1)} data-testid="rate-add">
          {words.addRate}
        </button>
      )}
    </fieldset>
  );
}
