import { useWords } from '../words/language';

interface Props {
  readonly isFirst: boolean;
  /** Where the next page begins, if there is one. */
  readonly next: string | undefined;
  turn(cursor: string | undefined): void;
}

/** On to the next page, or back to the first: cursors lead no other way. */
export function Pager({ isFirst, next, turn }: Props) {
  const { words } = useWords();
  return (
    <div className="pager">
      {!isFirst && (
        <button type="button" onClick={() => turn(undefined)} data-testid="first-page">
          {words.first}
        </button>
      )}
      {next !== undefined && (
        <button type="button" onClick={() => turn(next)} data-testid="next-page">
          {words.next}
        </button>
      )}
    </div>
  );
}
