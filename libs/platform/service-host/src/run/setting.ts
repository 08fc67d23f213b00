import { readFileSync } from 'node:fs';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says by this name, or what stands in the file that `NAME_FILE` names: a secret that is mounted
 * as a file does not show in the process's environment.
 * @throws Error of the file system where that file cannot be read
 */
export function settingOf(variables: Variables, name: string): string | undefined {
  const file = variables[`${name}_FILE`];
  return variables[name] ?? (file ? readFileSync(file, 'utf8').trim() : undefined);
}
