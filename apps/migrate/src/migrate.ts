import { provision, type ServiceDefinition } from '@tonggwan/service-host';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whose address this is may create roles and schemas. */
const ADMIN = 'admin';

/**
 * Brings the database to where these services expect it. Done again it changes nothing but passwords that are new.
 * @param secrets a folder with one file for `admin` and for each service, which holds its `postgres://…`
 * @throws Error naming the file that is missing or holds no such address, before anything is changed
 */
export async function migrate(secrets: string, services: readonly ServiceDefinition[]): Promise<void> {
  const admin = addressIn(secrets, ADMIN);
  const passwords = new Map(services.map(({ name }) => [name, passwordIn(secrets, name)]));
  await provision(admin.href, services, (service) => passwords.get(service)!);
}

/** Out of the very address that the service is given, so that the two cannot differ. */
function passwordIn(secrets: string, service: string): string {
  const { password } = addressIn(secrets, service);
  if (password === '') throw new Error(`the address in ${join(secrets, service)} has no password`);
  return decodeURIComponent(password);
}

function addressIn(secrets: string, role: string): URL {
  const file = join(secrets, role);
  const text = readFileSync(file, 'utf8').trim();
  // What stands there is a secret even when it is wrong, so the message does not repeat it.
  if (!URL.canParse(text)) throw new Error(`${file} holds no address of a database`);
  return new URL(text);
}
