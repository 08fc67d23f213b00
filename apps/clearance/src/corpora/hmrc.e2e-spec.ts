import type { Caller } from '@tonggwan/service-host';
import { LocalIssuer } from '@tonggwan/service-host';
import { corpora, describeWithCorpora, eventually } from '@tonggwan/testing';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../system/embedded-system';
import { WALL_TIME } from '../system/office-time';
import type { System } from '../system/system';

interface Published {
  readonly scenario: string;
  readonly file: string;
  readonly function_code: string;
  readonly name?: string;
}

interface Standing {
  readonly status: string;
  readonly outstanding: readonly string[];
  readonly errors: readonly { readonly code: string; readonly wcoPointer?: string }[];
}

const REJECTED_FOLDER = 'tt1-accepted-rejected';
const given = (...path: string[]): string => join(corpora(), 'hmrc-cds/given', ...path);
const table = <Row>(name: string): Row[] =>
  parse<Row>(readFileSync(given('oracles', name)), { columns: true });

/** Each file lodges as a party of its own: some scenarios share their references. */
const partyOf = (file: string): Caller => ({ subject: file, party: `P ${file}`, roles: ['broker'] });

describeWithCorpora('the declarations that HMRC published with their answers', () => {
  let system: System;
  let issuer: LocalIssuer;
  const terminal: Caller = { subject: 'terminal', party: 'T', roles: ['terminal'] };

  beforeAll(async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tonggwan-hmrc-'));
    system = await startEmbedded({
      port: 18_900,
      dataFolder,
      country: 'gb',
      time: WALL_TIME,
    });
    issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  }, 60_000);
  afterAll(() => system.close());

  const call = async (
    caller: Caller,
    method: string,
    path: string,
    body?: Buffer | string,
    type = 'application/json',
  ) => {
    const headers: Record<string, string> = { authorization: `Bearer ${await issuer.token(caller, '1h')}` };
    if (body) headers['content-type'] = type;
    const answer = await fetch(system.url + path, { method, headers, body });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  const lodge = async (file: string): Promise<string> => {
    const { status, body } = await call(
      partyOf(file),
      'POST',
      '/declarations',
      readFileSync(given(file)),
      'application/xml',
    );
    if (status !== 202) throw new Error(`${file}: ${JSON.stringify(body)}`);
    return String(body.id);
  };

  const standing = async (file: string, id: string): Promise<Standing> =>
    (await call(partyOf(file), 'GET', `/declarations/${id}`)).body as unknown as Standing;

  /** Waits until the chain has said all that it can. */
  const settled = async (file: string, id: string, isOver: (now: Standing) => boolean): Promise<Standing> => {
    let now: Standing | undefined;
    await eventually(async () => {
      now = await standing(file, id);
      if (!isOver(now)) throw new Error(`${file} is ${now.status}`);
    });
    return now!;
  };

  it('are accepted where they were published as accepted, at once or when their goods come', async () => {
    const accepted = new Set(
      table<Published>('notifications.csv').flatMap(({ scenario, name }) =>
        name === 'DMSACC' ? [scenario] : [],
      ),
    );
    const files = table<Published>('declarations.csv')
      .filter(({ scenario, function_code }) => accepted.has(scenario) && function_code === '9')
      .map(({ file }) => file)
      .filter((file) => !file.includes('/Rejected/'));
    expect(files.length).toBeGreaterThan(60);

    const fates: Record<string, string> = {};
    await inTurns(files, async (file) => {
      const id = await lodge(file);
      const first = await settled(file, id, ({ status }) => status !== 'received');
      if (first.status === 'registered') {
        await call(terminal, 'POST', '/arrivals', JSON.stringify({ declarationId: id }));
        fates[file] = (await settled(file, id, ({ status }) => status !== 'registered')).status;
      } else fates[file] = `${first.status} ${JSON.stringify(first.errors)}`;
    });
    const refused = Object.entries(fates).filter(([, fate]) => !/^(accepted|released|cleared)/.test(fate));
    expect(refused).toEqual([]);
  }, 120_000);

  const rejections = table<{ notification_file: string; errors: string }>('tt1_expected.csv').filter(
    ({ errors }) => errors,
  );

  it.each(rejections)(
    'are rejected as published: $notification_file',
    async ({ notification_file, errors }) => {
      const [folder] = notification_file.split('/Example Notification/');
      const [file] = table<Published>('declarations.csv')
        .map(({ file: name }) => name)
        .filter((name) => name.startsWith(`${REJECTED_FOLDER}/${folder}/`));
      const { errors: found, status } = await settled(
        file!,
        await lodge(file!),
        (now) => now.status !== 'received',
      );
      expect(status).toBe('rejected');
      const [code = '', pointer] = errors.split(' ');
      const published = { code: code.replace('DMS', 'CDS'), ...(pointer ? { wcoPointer: pointer } : {}) };
      expect(found).toContainEqual(expect.objectContaining(published));
    },
  );
});

/** A few at a time. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const turn = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, turn));
}
