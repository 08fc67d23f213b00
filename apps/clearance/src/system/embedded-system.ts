import { archiveFolder, LocalIssuer } from '@tonggwan/service-host';
import { join } from 'node:path';
import { SERVICES } from '../services';
import { startAllInOne } from './all-in-one';
import { openDatabase } from './database';
import { firstTokens } from './people';
import { consoleFolder, lanesProgram, packFolder } from './places';
import type { System, SystemOptions } from './system';

/** All services in this process, on a PostgreSQL of their own. */
export async function startEmbedded({ country, dataFolder, port, time }: SystemOptions): Promise<System> {
  const database = await openDatabase(dataFolder, SERVICES);
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const tokens = await firstTokens(issuer, dataFolder);
  const order = {
    sharedUrl: database.sharedUrl,
    serviceUrls: Object.fromEntries(SERVICES.map(({ name }) => [name, database.urlOf(name)])),
    issuer: await issuer.issuer(),
    packFolder: packFolder(country),
    archive: archiveFolder(dataFolder),
    clockFile: time.file,
  };
  const places = { port, lanesProgram: lanesProgram(), consoleFolder: consoleFolder() };
  const allInOne = await startAllInOne(order, places);
  const close = async (): Promise<void> => {
    await allInOne.close();
    await database.stop();
  };
  return { engine: 'postgres', url: allInOne.url, tokens, databaseUrl: database.adminUrl, close };
}
