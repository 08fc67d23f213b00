import { useSession } from '../session/session';
import { decidesCases } from '../session/token';
import { useWords } from '../words/language';
import { type Language, LANGUAGES } from '../words/languages';
import { linkTo, type Route } from './route';

const PAGES_OF = {
  cases: ['cases', 'case'],
  declarations: ['declarations', 'declaration'],
  'time-release': ['time-release'],
} as const;

export function Header({ route }: { readonly route: Route }) {
  const { words } = useWords();
  const { bearer } = useSession();
  const names = { cases: words.cases, declarations: words.declarations, 'time-release': words.timeRelease };
  const shown = bearer ? (Object.keys(PAGES_OF) as (keyof typeof PAGES_OF)[]) : [];
  return (
    <header className="frame">
      <a className="brand" href="#/">
        <img src="./mark.svg" alt="" width="28" height="28" />
        <span>{words.product}</span>
      </a>
      <nav aria-label={words.mainMenu}>
        {shown
          .filter((page) => page !== 'cases' || (bearer && decidesCases(bearer)))
          .map((page) => (
            <a
              key={page}
              href={linkTo(page)}
              aria-current={PAGES_OF[page].some((name) => name === route.page) ? 'page' : undefined}
              data-testid={`nav-${page}`}
            >
              {names[page]}
            </a>
          ))}
      </nav>
      <LanguageSwitch />
      <Who />
    </header>
  );
}

function LanguageSwitch() {
  const { words, language, speak } = useWords();
  return (
    <div role="group" aria-label={words.language} className="switch" data-testid="language-switch">
      {(Object.keys(LANGUAGES) as Language[]).map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          aria-pressed={other === language}
          onClick={() => speak(other)}
          data-testid={`language-${other}`}
        >
          {LANGUAGES[other].name}
        </button>
      ))}
    </div>
  );
}

function Who() {
  const { words } = useWords();
  const { bearer, signOut } = useSession();
  if (!bearer) return null;
  return (
    <div className="who">
      <span data-testid="who">
        <strong>{bearer.subject}</strong>
        <small>
          {bearer.party} · {bearer.roles.join(', ')}
        </small>
      </span>
      <button type="button" onClick={signOut} data-testid="sign-out">
        {words.signOut}
      </button>
    </div>
  );
}
