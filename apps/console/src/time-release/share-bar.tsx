import type { StatisticsRow } from '../api/time-release';
import { ownerColour } from '../format/owner-colours';
import { useWords } from '../words/language';
import { ownerName } from '../words/names';
import { sharesOf } from './waits';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** One bar for all waiting, divided among those who had to act. */
export function ShareBar({ rows }: { readonly rows: readonly StatisticsRow[] }) {
  const { words, language } = useWords();
  const shares = sharesOf(rows);
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  return (
    <section className="card" aria-labelledby="share-title">
      <h2 id="share-title">{words.timeShareTitle}</h2>
      <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {shares.map(({ owner, share }, index) => (
          <rect
            key={owner}
            x={starts[index]! * 100}
            width={share * 100}
            height="6"
            fill={ownerColour(owner)}
          />
        ))}
      </svg>
      <ul className="legend" data-testid="time-release-shares">
        {shares.map(({ owner, share }) => (
          <li key={owner}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" rx="3" fill={ownerColour(owner)} />
            </svg>
            <span>{ownerName(owner, language)}</span>
            <strong>{percent(share)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
