import type { Statistics } from '../api/time-release';
import { duration } from '../format/duration';
import { grouped } from '../format/money';
import { useWords } from '../words/language';
import { filled } from '../words/languages';

/** Kept apart from the waits of people: it is the wall's time, and milliseconds. */
export function MachineTime({ machine: { n, p50, p99 } }: { readonly machine: Statistics['machine'] }) {
  const { words, language } = useWords();
  const figures = [
    { label: words.machineHalf, value: p50 },
    { label: words.machineMost, value: p99 },
  ];
  return (
    <section className="card machine" aria-labelledby="machine-title" data-testid="machine-time">
      <h2 id="machine-title">{words.machineTitle}</h2>
      <p className="quiet">{words.machineText}</p>
      <dl className="figures">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === undefined ? '–' : duration(value, language)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{filled(words.machineCount, { n: grouped(String(n)) })}</p>
    </section>
  );
}
