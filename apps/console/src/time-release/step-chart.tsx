import type { StatisticsRow } from '../api/time-release';
import { duration } from '../format/duration';
import { ownerColour } from '../format/owner-colours';
import { useWords } from '../words/language';
import { ownerName, stepName } from '../words/names';
import { axisOf, steps } from './waits';

const WIDTH = 760;
const LABELS = 168;
const VALUES = 96;
const ROW = 44;
const BAR = 22;
const PLOT = WIDTH - LABELS - VALUES;

/** A bar for each step: its length the mean wait, its colour whoever had to act, the mark on it the median. */
export function StepChart({ rows }: { readonly rows: readonly StatisticsRow[] }) {
  const { words, language } = useWords();
  const shown = steps(rows).filter(({ n }) => n > 0);
  const axis = axisOf(Math.max(...shown.map(({ mean = 0, median = 0 }) => Math.max(mean, median)), 0));
  const height = shown.length * ROW;
  const x = (milliseconds: number) => LABELS + (milliseconds / axis.end) * PLOT;
  return (
    <section className="card" aria-labelledby="step-chart-title">
      <h2 id="step-chart-title">{words.timeChartTitle}</h2>
      <div className="scroll">
        <svg
          className="chart"
          role="img"
          aria-labelledby="step-chart-title"
          viewBox={`0 0 ${WIDTH} ${height + 30}`}
          data-testid="time-release-chart"
        >
          {axis.marks.map((mark) => (
            <g key={mark} className="axis">
              <line x1={x(mark)} x2={x(mark)} y1="0" y2={height} />
              <text x={x(mark)} y={height + 22} textAnchor="middle">
                {duration(mark, language)}
              </text>
            </g>
          ))}
          {shown.map((row, index) => (
            <Bar key={row.step} row={row} y={index * ROW} x={x} />
          ))}
        </svg>
      </div>
      <p className="quiet">{words.medianNote}</p>
    </section>
  );
}

interface BarProps {
  readonly row: StatisticsRow;
  readonly y: number;
  x(milliseconds: number): number;
}

function Bar({ row: { step, owner = '', mean = 0, median = 0 }, y, x }: BarProps) {
  const { words, language } = useWords();
  const name = stepName(step, language);
  const who = ownerName(owner, language);
  const middle = y + ROW / 2;
  return (
    <g className="bar" data-testid={`chart-${step}`}>
      <title>{`${name} (${who}): ${words.mean} ${duration(mean, language)}, ${words.median} ${duration(median, language)}`}</title>
      <text className="name" x={LABELS - 12} y={middle - 3} textAnchor="end">
        {name}
      </text>
      <text className="owner" x={LABELS - 12} y={middle + 13} textAnchor="end">
        {who}
      </text>
      <rect
        x={LABELS}
        y={middle - BAR / 2}
        width={Math.max(2, x(mean) - LABELS)}
        height={BAR}
        rx="4"
        fill={ownerColour(owner)}
      />
      <line
        className="median"
        x1={x(median)}
        x2={x(median)}
        y1={middle - BAR / 2 - 4}
        y2={middle + BAR / 2 + 4}
      />
      <text className="value" x={Math.max(x(mean), x(median)) + 8} y={middle + 5}>
        {duration(mean, language)}
      </text>
    </g>
  );
}
