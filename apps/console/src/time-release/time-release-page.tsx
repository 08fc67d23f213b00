import { useState } from 'react';
import { useClient } from '../api/client';
import { query } from '../api/query';
import { useResource } from '../api/resource';
import type { Statistics } from '../api/time-release';
import { Empty, Heading, Loaded } from '../frame/states';
import { useBearer } from '../session/session';
import { isStaff } from '../session/token';
import { useWords } from '../words/language';
import { Filters, type StatisticsFilter } from './filters';
import { FiguresTable } from './figures-table';
import { MachineTime } from './machine-time';
import { ShareBar } from './share-bar';
import { StepChart } from './step-chart';
import { people } from './waits';

const EVERY_MS = 15_000;

export function TimeReleasePage() {
  const { words } = useWords();
  const forStaff = isStaff(useBearer());
  const [filter, setFilter] = useState<StatisticsFilter>({ by: '', from: '', to: '' });
  const span = { from: filter.from, to: filter.to };
  const overall = useResource<Statistics>(`/time-release${query({ by: 'step', ...span })}`, EVERY_MS);
  const detailed = `/time-release${query({ by: filter.by ? `step,${filter.by}` : 'step', ...span })}`;
  const figures = useResource<Statistics>(detailed, EVERY_MS);
  return (
    <>
      <Heading title={words.timeTitle} text={words.timeText}>
        <Filters filter={filter} onChange={setFilter} withChannel={forStaff} />
      </Heading>
      <Loaded of={overall}>
        {({ rows, machine }) => (
          <>
            {people(rows).some(({ n }) => n > 0) ? (
              <div className="columns wide-left">
                <StepChart rows={people(rows)} />
                <div className="stack">
                  <ShareBar rows={people(rows)} />
                  <MachineTime machine={machine} />
                </div>
              </div>
            ) : (
              <Empty>{words.timeEmpty}</Empty>
            )}
          </>
        )}
      </Loaded>
      <Loaded of={figures}>
        {({ rows }) => (
          <FiguresTable rows={people(rows)} by={filter.by}>
            <Download path={detailed} />
          </FiguresTable>
        )}
      </Loaded>
    </>
  );
}

function Download({ path }: { readonly path: string }) {
  const { words } = useWords();
  const client = useClient();
  const save = async () => {
    const url = URL.createObjectURL(new Blob([await client.text(path, 'text/csv')], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href: url, download: 'time-release.csv' }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" onClick={() => void save()} data-testid="download-csv">
      {words.downloadCsv}
    </button>
  );
}
