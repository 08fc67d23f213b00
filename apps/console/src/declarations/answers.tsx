import { useState } from 'react';
import type { AnswerBody, AnswerPage } from '../api/declarations';
import { query } from '../api/query';
import { useResource } from '../api/resource';
import { instant } from '../format/instant';
import { money } from '../format/money';
import { linkTo } from '../frame/route';
import { Pager } from '../frame/pager';
import { Empty, Loaded } from '../frame/states';
import { useWords } from '../words/language';
import { answerName } from '../words/names';

const PAGE = 20;

/** What a party was told, page by page from the beginning. */
export function Answers() {
  const { words, language } = useWords();
  const [after, setAfter] = useState<string>();
  const feed = useResource<AnswerPage>(`/answers${query({ after, limit: String(PAGE) })}`);
  return (
    <section className="card" aria-labelledby="answers-title">
      <h2 id="answers-title">{words.answers}</h2>
      <Loaded of={feed}>
        {({ answers, next }) => (
          <>
            {answers.length === 0 && <Empty>{words.noAnswers}</Empty>}
            <ol className="moments" data-testid="answers">
              {answers.map(({ id, declarationId, type, at, body }) => (
                <li key={id}>
                  <time dateTime={at}>{instant(at, language)}</time>
                  <span>
                    <a href={linkTo('declarations', declarationId)}>{answerName(type, language)}</a>{' '}
                    <small className="quiet">{gistOf(body)}</small>
                  </span>
                </li>
              ))}
            </ol>
            <Pager
              next={answers.length === PAGE ? next : undefined}
              turn={setAfter}
              isFirst={after === undefined}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function gistOf({ mrn, amount, payable, document, outcome, errors }: AnswerBody): string | undefined {
  const owed = amount ?? payable;
  return mrn ?? (owed && money(owed)) ?? document ?? outcome ?? errors?.map(({ code }) => code).join(', ');
}
