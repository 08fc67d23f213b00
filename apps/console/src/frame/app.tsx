import { type MouseEvent, useEffect, useRef } from 'react';
import { CasePage } from '../cases/case-page';
import { Queue } from '../cases/queue';
import { DeclarationList } from '../declarations/declaration-list';
import { DeclarationPage } from '../declarations/declaration-page';
import { useSession } from '../session/session';
import { SignIn } from '../session/sign-in';
import { decidesCases } from '../session/token';
import { TimeReleasePage } from '../time-release/time-release-page';
import { useWords } from '../words/language';
import { Header } from './header';
import { type Route, useRoute } from './route';

export function App() {
  const { bearer } = useSession();
  const { words } = useWords();
  const asked = useRoute();
  const isOfficer = bearer !== undefined && decidesCases(bearer);
  const isForOfficers = asked?.page === 'cases' || asked?.page === 'case';
  const home: Route = { page: isOfficer ? 'cases' : 'declarations' };
  const route = asked && (isOfficer || !isForOfficers) ? asked : home;
  return (
    <>
      <a className="skip" href="#content" onClick={skip}>
        {words.skipToContent}
      </a>
      <Header route={route} />
      {bearer ? <Content route={route} /> : <SignIn />}
    </>
  );
}

/** On another page the keyboard and the screen reader begin at its top. */
function Content({ route }: { readonly route: Route }) {
  const main = useRef<HTMLElement>(null);
  const place = 'id' in route ? `${route.page}/${route.id}` : route.page;
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  return (
    <main id="content" tabIndex={-1} ref={main}>
      <Page route={route} />
    </main>
  );
}

/** The address behind `#` is the page's, so the jump is made by hand. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'cases':
      return <Queue />;
    case 'case':
      return <CasePage id={route.id} />;
    case 'declarations':
      return <DeclarationList />;
    case 'declaration':
      return <DeclarationPage id={route.id} />;
    case 'time-release':
      return <TimeReleasePage />;
  }
}
