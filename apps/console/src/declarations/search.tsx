import type { FormEvent } from 'react';
import { useWords } from '../words/language';
import { useFinder } from './finder';

/** By identifier, declaration number or local reference. */
export function Search() {
  const { words } = useWords();
  const { find, fault } = useFinder();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void find(String(new FormData(event.currentTarget).get('reference')).trim());
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <label>
        {words.findLabel}
        <input
          name="reference"
          type="search"
          required
          maxLength={70}
          aria-describedby="find-fault"
          data-testid="search"
        />
      </label>
      <button type="submit" className="primary" data-testid="search-submit">
        {words.find}
      </button>
      <p id="find-fault" role="alert" className="fault">
        {fault}
      </p>
    </form>
  );
}
