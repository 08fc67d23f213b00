import type { QueryConfig } from 'pg';
import type { MarkMove } from '../store/store';

/** Moves the marks that are where they are thought to be, and answers their buckets. */
export function moveMarksSentence(schema: string, moves: readonly MarkMove[]): QueryConfig {
  return {
    name: `${schema}.move-marks`,
    text: `
      with move as (
        select * from unnest($1::smallint[], $2::int[], $3::bigint[], $4::int[], $5::bigint[])
          as move(bucket, from_epoch, from_position, epoch, position)),
      held as (
        select bucket from ${schema}.mark where bucket = any($1::smallint[]) order by bucket for no key update)
      update ${schema}.mark set epoch = move.epoch, position = move.position
      from held join move using (bucket)
      where mark.bucket = held.bucket and mark.epoch = move.from_epoch and mark.position = move.from_position
      returning mark.bucket`,
    values: [
      moves.map(({ bucket }) => bucket),
      moves.map(({ from }) => from.epoch),
      moves.map(({ from }) => from.position),
      moves.map(({ to }) => to.epoch),
      moves.map(({ to }) => to.position),
    ],
  };
}
