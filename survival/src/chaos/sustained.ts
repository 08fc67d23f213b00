import { Finished, finishedIn, rateBetween, saturating } from '@tonggwan/bench';
import { withDatabase } from '@tonggwan/clearance';
import type { CountryPack } from '@tonggwan/country-pack';
import { sleep } from '@tonggwan/messaging';
import type { Site } from './house/site';
import { releasesIn } from './measure/pulse';
import { corpusOf, openAccountsAt } from './run-scenario';
import { Traffic } from './traffic/traffic';

const UNDER_WAY = 500;
const WARM_MS = 20_000;
const MEASURED_MS = 10_000;

/** How many declarations a second a system releases for as long as there are always more: what it sustains. */
export async function sustained(site: Site, pack: CountryPack): Promise<number> {
  const corpus = corpusOf(1, pack);
  await openAccountsAt(site, corpus);
  const traffic = new Traffic(site.urls, site.tokens.replay, corpus);
  const url = await site.databaseUrl();
  return withDatabase(url, async (client) => {
    const finished = new Finished(() => finishedIn(client));
    traffic.start(saturating(() => traffic.offered - finished.count < UNDER_WAY));
    await sleep(WARM_MS);
    const from = Date.now();
    await sleep(MEASURED_MS);
    const to = Date.now();
    await Promise.all([traffic.stop(), finished.reach(0, 0)]);
    return rateBetween(await releasesIn(url), from, to);
  });
}
