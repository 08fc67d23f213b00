import { useResource } from '../api/resource';
import type { LifeStory } from '../api/time-release';
import { duration } from '../format/duration';
import { instant } from '../format/instant';
import { ownerColour } from '../format/owner-colours';
import { Loaded } from '../frame/states';
import { useWords } from '../words/language';
import { filled } from '../words/languages';
import { momentName, ownerName, stepName } from '../words/names';

const EVERY_MS = 15_000;

/** The life of a declaration: whose time it was, and what happened when. */
export function Timeline({ declarationId }: { readonly declarationId: string }) {
  const { words } = useWords();
  const life = useResource<LifeStory>(`/time-release/${declarationId}`, EVERY_MS);
  return (
    <section className="card" aria-labelledby="life-title" data-testid="timeline">
      <h2 id="life-title">{words.lifeTitle}</h2>
      <Loaded of={life}>{(story) => <Story story={story} />}</Loaded>
    </section>
  );
}

function Story({ story }: { readonly story: LifeStory }) {
  const { words, language } = useWords();
  const { milliseconds, untilRelease, waiting } = story;
  return (
    <>
      <p className="life-summary">
        {untilRelease === undefined
          ? filled(words.lifeWhole, { duration: duration(milliseconds, language) })
          : filled(words.lifeReleased, { duration: duration(untilRelease, language) })}
        {waiting && (
          <span className="chip" data-testid="waits-for">
            {filled(words.waitsFor, {
              who: ownerName(waiting.owner, language),
              step: stepName(waiting.step, language),
            })}
          </span>
        )}
      </p>
      <LifeBar story={story} />
      <div className="columns">
        <Intervals story={story} />
        <Moments story={story} />
      </div>
    </>
  );
}

function LifeBar({ story: { intervals, milliseconds } }: { readonly story: LifeStory }) {
  const { language } = useWords();
  const begin = Date.parse(intervals[0]?.from ?? '');
  const at = (text: string) => ((Date.parse(text) - begin) / milliseconds) * 1000;
  return (
    <svg className="life" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
      {intervals.map(({ step, owner, from, to }) => (
        <rect
          key={from}
          x={at(from)}
          width={Math.max(1, at(to) - at(from))}
          height="28"
          fill={ownerColour(owner)}
        >
          <title>{`${stepName(step, language)}: ${ownerName(owner, language)}`}</title>
        </rect>
      ))}
    </svg>
  );
}

function Intervals({ story: { intervals } }: { readonly story: LifeStory }) {
  const { language } = useWords();
  return (
    <ol className="intervals" data-testid="intervals">
      {intervals.map(({ step, owner, from, milliseconds }) => (
        <li key={from}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="3" fill={ownerColour(owner)} />
          </svg>
          <span>
            {stepName(step, language)} <small className="quiet">{ownerName(owner, language)}</small>
          </span>
          <strong>{duration(milliseconds, language)}</strong>
        </li>
      ))}
    </ol>
  );
}

function Moments({ story: { moments } }: { readonly story: LifeStory }) {
  const { words, language } = useWords();
  return (
    <ol className="moments" aria-label={words.moments}>
      {moments.map(({ name, version, at }) => (
        <li key={`${name}/${version}/${at}`}>
          <time dateTime={at}>{instant(at, language)}</time>
          <span>{momentName(name, language)}</span>
        </li>
      ))}
    </ol>
  );
}
