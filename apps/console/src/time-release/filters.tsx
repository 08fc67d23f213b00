import { useWords } from '../words/language';

export interface StatisticsFilter {
  readonly by: '' | 'channel' | 'office' | 'day';
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly filter: StatisticsFilter;
  onChange(filter: StatisticsFilter): void;
  /** Channels are the officers' alone. */
  readonly withChannel: boolean;
}

export function Filters({ filter, onChange, withChannel }: Props) {
  const { words } = useWords();
  const groups = withChannel ? (['channel', 'office', 'day'] as const) : (['office', 'day'] as const);
  return (
    <>
      <label>
        {words.by}
        <select
          value={filter.by}
          onChange={({ target }) => onChange({ ...filter, by: target.value as StatisticsFilter['by'] })}
          data-testid="time-release-by"
        >
          <option value="">{words['by.none']}</option>
          {groups.map((group) => (
            <option key={group} value={group}>
              {words[`by.${group}`]}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {words[end]}
          <input
            type="date"
            value={filter[end]}
            onChange={({ target }) => onChange({ ...filter, [end]: target.value })}
            data-testid={`time-release-${end}`}
          />
        </label>
      ))}
    </>
  );
}
