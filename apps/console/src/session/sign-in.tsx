import { type FormEvent, useState } from 'react';
import { usePageTitle } from '../frame/page-title';
import { useWords } from '../words/language';
import { filled } from '../words/languages';
import { useSession } from './session';

/** Where the start command puts its tokens. */
const FIRST_LOOK = { file: 'tokens.json', folder: '.tonggwan' };

export function SignIn() {
  const { words } = useWords();
  const { signIn } = useSession();
  usePageTitle(words.signInTitle);
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(!signIn(String(new FormData(event.currentTarget).get('token'))));
  };
  return (
    <main className="sign-in">
      <form className="card sign-in-card" onSubmit={submit} data-testid="sign-in">
        <img src="./mark.svg" alt="" width="48" height="48" />
        <h1>{words.signInTitle}</h1>
        <p className="quiet">{words.signInText}</p>
        <label htmlFor="token">{words.token}</label>
        <textarea
          id="token"
          name="token"
          rows={4}
          required
          autoFocus
          spellCheck={false}
          autoComplete="off"
          aria-describedby="token-fault"
          data-testid="sign-in-token"
        />
        <p id="token-fault" role="alert" className="fault">
          {isRefused ? words.tokenRefused : ''}
        </p>
        <button type="submit" className="primary" data-testid="sign-in-submit">
          {words.signIn}
        </button>
        <p className="quiet hint" data-testid="sign-in-where">
          {filled(words.signInWhere, FIRST_LOOK)}
        </p>
      </form>
    </main>
  );
}
