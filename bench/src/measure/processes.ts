import { readdirSync, readFileSync } from 'node:fs';

/** The unit of times in /proc/PID/stat. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MB = 1_024;

/** What belongs together on a bill. */
export const PROGRAMS = ['system', 'postgres', 'kafka'] as const;
export type Program = (typeof PROGRAMS)[number];

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly program: Program;
  readonly cpuSeconds: number;
}

/** Seconds of CPU that all processes below this one have used so far, those that have ended included. */
export function cpuSecondsByProgram(): Record<Program, number> {
  const sums = { system: 0, postgres: 0, kafka: 0 };
  for (const { program, cpuSeconds } of descendants()) sums[program] += cpuSeconds;
  sums.system += cpuSecondsOfEnded();
  return sums;
}

/**
 * Memory of all processes below this one. What the processes of a program share (its file, PostgreSQL's buffers) is
 * counted once, as large as the largest of them has it.
 */
export function memoryMB(): number {
  const shared: Record<Program, number> = { system: 0, postgres: 0, kafka: 0 };
  let own = 0;
  for (const { pid, program } of descendants()) {
    const status = textOf(`/proc/${pid}/status`);
    const kib = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    own += kib('RssAnon');
    shared[program] = Math.max(shared[program], kib('RssFile') + kib('RssShmem'));
  }
  return (own + shared.system + shared.postgres + shared.kafka) / KIB_PER_MB;
}

function descendants(): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
  const family = new Set([process.pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid) && pid !== process.pid);
}

function processOf(pid: number): Process[] {
  const stat = statOf(pid);
  if (!stat) return [];
  const [name, fields] = stat;
  const [user, kernel, usersOfEnded, kernelsOfEnded] = fields.slice(11, 15).map(Number);
  const ticks = user! + kernel! + usersOfEnded! + kernelsOfEnded!;
  return [{ pid, parent: Number(fields[1]), program: programOf(name), cpuSeconds: ticks / TICKS_PER_SECOND }];
}

/** Of children that this process had: a killed one is among no descendants any more. */
function cpuSecondsOfEnded(): number {
  const [, fields = []] = statOf(process.pid) ?? [];
  const [users, kernels] = fields.slice(13, 15).map(Number);
  return ((users ?? 0) + (kernels ?? 0)) / TICKS_PER_SECOND;
}

/** The name of a process and what stands behind it; undefined where it has ended meanwhile. */
function statOf(pid: number): readonly [name: string, fields: readonly string[]] | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  const end = stat.lastIndexOf(')');
  return end < 0 ? undefined : [stat.slice(stat.indexOf('(') + 1, end), stat.slice(end + 2).split(' ')];
}

function programOf(name: string): Program {
  if (name === 'postgres') return 'postgres';
  return name === 'java' ? 'kafka' : 'system';
}

/** Empty where the process has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
