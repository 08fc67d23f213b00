import type { ReactNode } from 'react';
import type { Resource } from '../api/resource';
import { usePageTitle } from './page-title';
import { useWords } from '../words/language';

interface Props<Data> {
  readonly of: Resource<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A resource as it stands: on its way, refused, or there; with a note where what is shown is old. */
export function Loaded<Data>({ of: { data, refusal, reload }, children }: Props<Data>) {
  const { words } = useWords();
  const said = refusal && (
    <div className="notice bad" role="alert">
      <span>
        {data ? `${words.stale}. ` : ''}
        {refusal.message}
      </span>
      <button type="button" onClick={reload}>
        {words.retry}
      </button>
    </div>
  );
  if (data === undefined) return said ?? <p className="quiet loading">{words.loading}</p>;
  return (
    <>
      {said}
      {children(data)}
    </>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** The head of a page, with what can be done on it. */
export function Heading({ title, text, children }: HeadingProps) {
  usePageTitle(title);
  return (
    <div className="heading">
      <div>
        <h1>{title}</h1>
        {text && <p className="quiet">{text}</p>}
      </div>
      {children && <div className="tools">{children}</div>}
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
