import type { ReactNode } from 'react';
import type { StatisticsRow } from '../api/time-release';
import { duration } from '../format/duration';
import { grouped } from '../format/money';
import { ownerColour } from '../format/owner-colours';
import { useWords } from '../words/language';
import { filled } from '../words/languages';
import { ownerName, stepName } from '../words/names';
import type { StatisticsFilter } from './filters';

const FIGURES = ['mean', 'median', 'mode', 'standardDeviation', 'p90', 'p99'] as const;

interface Props {
  readonly rows: readonly StatisticsRow[];
  readonly by: StatisticsFilter['by'];
  readonly children: ReactNode;
}

export function FiguresTable({ rows, by, children }: Props) {
  const { words, language } = useWords();
  const bin = Math.max(...rows.map(({ modeBin }) => modeBin), 0);
  return (
    <section className="card" aria-labelledby="figures-title">
      <div className="card-head">
        <h2 id="figures-title">{words.timeTableTitle}</h2>
        {children}
      </div>
      <div className="scroll">
        <table data-testid="time-release-table">
          <thead>
            <tr>
              {by && <th scope="col">{words[by]}</th>}
              <th scope="col">{words.step}</th>
              <th scope="col">{words.owner}</th>
              <th scope="col" className="number">
                {words.n}
              </th>
              <th scope="col" className="number">
                {words.unfinished}
              </th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col" className="number">
                  {words[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FiguresRow key={`${row.day}/${row.office}/${row.channel}/${row.step}`} row={row} by={by} />
            ))}
          </tbody>
        </table>
      </div>
      {bin > 0 && <p className="quiet">{filled(words.modeNote, { bin: duration(bin, language) })}</p>}
    </section>
  );
}

function FiguresRow({ row, by }: { readonly row: StatisticsRow; readonly by: StatisticsFilter['by'] }) {
  const { words, language } = useWords();
  const { step, owner, n, unfinished } = row;
  const group = by && row[by];
  const shown =
    by === 'channel' && group && `channel.${group}` in words
      ? words[`channel.${group}` as 'channel.red']
      : group;
  return (
    <tr className={owner ? '' : 'whole'} data-testid={`figures-${step}`}>
      {by && <td>{shown || words.unknown}</td>}
      <th scope="row">{stepName(step, language)}</th>
      <td>
        {owner && (
          <span className="who-acts">
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="5" fill={ownerColour(owner)} />
            </svg>
            {ownerName(owner, language)}
          </span>
        )}
      </td>
      <td className="number">{grouped(String(n))}</td>
      <td className="number">{grouped(String(unfinished))}</td>
      {FIGURES.map((figure) => (
        <td key={figure} className="number">
          {row[figure] === undefined ? '–' : duration(row[figure], language)}
        </td>
      ))}
    </tr>
  );
}
