import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';
import type { Client } from 'pg';

/** Each move of a lane, by whichever connection of whichever process: written by the database, in the lane's own transaction. */
const OPEN = `
  create schema journal;
  create table journal.move (consumer text, bucket int, version bigint, positions jsonb, pid int, at timestamptz);
  create function journal.note() returns trigger language plpgsql security definer as $$
  begin
    insert into journal.move values
      (new.consumer, new.bucket, new.version, new.positions, pg_backend_pid(), clock_timestamp());
    return null;
  end $$;
  ${SERVICES.map(
    ({ name }) => `create trigger journal after update on ${schemaOf(name)}.lane
                   for each row execute function journal.note();`,
  ).join('\n')}`;

/** Moves that follow another of the same lane, and what is wrong with those that do not go on where it ended. */
const ORDER = `
  with step as (
    select consumer, bucket, version, source, (mark ->> 'position')::bigint as position,
           lag(version) over lane as earlier, lag((mark ->> 'position')::bigint) over lane as before
    from journal.move, jsonb_each(positions) as each(source, mark)
    window lane as (partition by consumer, bucket, source order by version))
  select count(*) filter (where position > before)::int as steps,
         count(*) filter (where position < before)::int as back,
         count(*) filter (where version = earlier)::int as twice
  from step`;

/** For lanes whose last move before the end of a process was its own: when somebody else moved each next. */
const TAKEOVER = `
  with orphaned as (
    select consumer, bucket from (
      select distinct on (consumer, bucket) consumer, bucket, version from journal.move
      where pid = any($1) order by consumer, bucket, version desc) as last_of_killed
    where not exists (
      select from journal.move later
      where later.consumer = last_of_killed.consumer and later.bucket = last_of_killed.bucket
        and later.version > last_of_killed.version and later.at < to_timestamp($2 / 1000.0))),
    next as (
      select consumer, bucket, (select min(at) from journal.move m
        where m.consumer = o.consumer and m.bucket = o.bucket and m.pid <> all($1) and m.at >= to_timestamp($2 / 1000.0)) as at
      from orphaned o)
  select count(*)::int as lanes, count(at)::int as "takenUp",
         (extract(epoch from max(at)) - $2 / 1000.0)::float8 as seconds
  from next`;

export interface Takeover {
  /** Lanes that the killed process had. */
  readonly lanes: number;
  /** Until the last of them has moved under another. */
  readonly lanesSeconds: number;
}

/** Whether lanes keep order while they go from process to process, and how long they stand when one is killed. */
export class LaneJournal {
  private constructor(private readonly client: Client) {}

  static async open(client: Client): Promise<LaneJournal> {
    await client.query(OPEN);
    return new LaneJournal(client);
  }

  /**
   * A log's positions have no gaps, and a lane's step is one transaction with all effects of the events that it passes: lanes
   * that only go on, each version once, have taken every declaration's events in order of position and none twice.
   * @returns how many steps were looked at
   * @throws Error where a lane went back, or took a step twice
   */
  async stepsInOrder(): Promise<number> {
    const { rows } = await this.client.query<{ steps: number; back: number; twice: number }>(ORDER);
    const { steps, back, twice } = rows[0]!;
    if (back + twice > 0) throw new Error(`lanes went back ${back} times and took ${twice} steps twice`);
    if (steps === 0) throw new Error('no lane has moved: its order cannot be checked');
    return steps;
  }

  /** The connections to this database there are now. */
  async connections(): Promise<readonly number[]> {
    const { rows } = await this.client.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database()',
    );
    return rows.map(({ pid }) => pid);
  }

  /**
   * @param pids the connections that the killed process had
   * @param killedAt in milliseconds of the epoch
   * @throws Error when a lane was never taken up
   */
  async takeover(pids: readonly number[], killedAt: number): Promise<Takeover> {
    const { rows } = await this.client.query<{ lanes: number; takenUp: number; seconds: number }>(TAKEOVER, [
      pids,
      killedAt,
    ]);
    const { lanes, takenUp, seconds } = rows[0]!;
    if (lanes === 0) throw new Error('the killed process had no lane: nothing was taken over');
    if (takenUp < lanes) throw new Error(`${lanes - takenUp} of ${lanes} lanes were never taken up again`);
    return { lanes, lanesSeconds: seconds };
  }
}
