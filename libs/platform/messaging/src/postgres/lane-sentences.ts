import type { QueryConfig } from 'pg';
import type { LaneHold, LaneMove } from '../store/store';
import { onlyIfAllOf } from './conflicts';

/** Locks these rows, if they are at these versions. */
export function holdLanesSentence(schema: string, consumer: string, lanes: readonly LaneHold[]): QueryConfig {
  return {
    name: `${schema}.hold-lanes`,
    text: holdLanesSql(schema),
    values: [consumer, lanes.map(({ bucket }) => bucket), lanes.map(({ version }) => version), lanes.length],
  };
}

/** Moves these rows, if they are at these versions. */
export function moveLanesSentence(schema: string, consumer: string, moves: readonly LaneMove[]): QueryConfig {
  return {
    name: `${schema}.move-lanes`,
    text: moveLanesSql(schema),
    values: [consumer, JSON.stringify(moves.map(moveRow)), moves.length],
  };
}

/** `isAttempted` tells a note that is taken back from one that stays as it is. */
function moveRow({ bucket, version, change }: LaneMove): object {
  return { bucket, version, ...change, isAttempted: change.attempt !== undefined };
}

function moveLanesSql(schema: string): string {
  return `
    with move as (
      select * from jsonb_to_recordset($2::jsonb) as move(bucket smallint, version bigint, positions jsonb,
        running boolean, attempt jsonb, "isAttempted" boolean)),
    held as (
      select bucket from ${schema}.lane where consumer = $1 and bucket in (select bucket from move)
      order by bucket for no key update),
    moved as (
      update ${schema}.lane set version = lane.version + 1,
        positions = coalesce(move.positions, lane.positions), running = coalesce(move.running, lane.running),
        attempt = case when move."isAttempted" then move.attempt else lane.attempt end
      from held join move using (bucket)
      where lane.consumer = $1 and lane.bucket = held.bucket and lane.version = move.version returning 1)
    ${onlyIfAllOf('moved', '$3')}`;
}

function holdLanesSql(schema: string): string {
  return `
    with held as (
      select 1 from ${schema}.lane
      where consumer = $1 and (bucket, version) in (select * from unnest($2::smallint[], $3::bigint[]))
      order by bucket for no key update)
    ${onlyIfAllOf('held', '$4')}`;
}
