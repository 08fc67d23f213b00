import { removeData } from '@tonggwan/service-host';
import { eventually } from '@tonggwan/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startEmbedded } from '../system/embedded-system';
import { FastTime } from '../system/office-time';
import type { System } from '../system/system';
import { describeWithChromium, Desk, openBrowser } from './browser.fixture';
import { LATE, OFFICE, ORDINARY, UNPAID, WATCHED, WITHOUT_MASS, WITHOUT_RATE } from './consignments.fixture';
import { Office } from './office.fixture';

const HOUR_MS = 3_600_000;
/** Half a minute of the office in a second of the machine, so that the chart has times that people know. */
const SPEED = 30;

describeWithChromium('the console', () => {
  let dataFolder: string;
  let system: System;
  let office: Office;
  let browser: Browser;
  let officer: Desk;
  let supervisor: Desk;
  let broker: Desk;
  /** Cases of goods that a profile has picked, and the declarations that they are about. */
  let picked: Awaited<ReturnType<Office['cases']>>;

  const desk = async (who: keyof System['tokens']): Promise<Desk> => {
    const opened = await Desk.open(browser, system.url);
    await opened.signIn(system.tokens[who]);
    return opened;
  };

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'tonggwan-console-'));
    const time = FastTime.keptIn(dataFolder, { at: new Date(Date.now() - 2 * HOUR_MS), speed: SPEED });
    system = await startEmbedded({ port: 18_960, dataFolder, country: 'kr', time });
    time.start();
    office = new Office(system);
    await office.openGuarantee();
    await office.lodgeAll();
    await eventually(async () => {
      const screened = (await office.declarations()).filter(({ channel }) => channel !== undefined);
      expect(screened).toHaveLength(WATCHED.length + ORDINARY.length + 2);
      picked = await office.cases('control');
      expect(picked).toHaveLength(screened.filter(({ channel }) => /red|yellow/.test(channel!)).length);
      expect(await office.cases('hold')).toHaveLength(1);
      expect((await office.byReference(ORDINARY[0]!.lrn)).status).toBe('released');
      expect((await office.byReference(UNPAID.lrn)).outstanding).toEqual(['payment']);
    });
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
    if (dataFolder) removeData(dataFolder);
  }, 60_000);

  it('tells on its first page where a token is to be found, and takes nothing that is none', async () => {
    officer = await Desk.open(browser, system.url);
    await officer.reads('sign-in-where', 'tokens.json');
    expect(await officer.picture('sign-in')).toBe(0);
    await officer.part('sign-in-token').fill('no token');
    await officer.part('sign-in-submit').click();
    await officer.reads('sign-in', 'no token that names somebody');
    await officer.signIn(system.tokens.officer);
    expect(await officer.page.title()).toBe('Case queue · Tonggwan');
  }, 60_000);

  it('shows the cases that wait, the most pressing first, and narrows them by kind and office', async () => {
    const waiting = officer.part('queue').locator('tbody tr');
    await officer.reads('queue', 'Live fish');
    expect(await waiting.count()).toBe(picked.length + 1);
    expect(await officer.picture('queue')).toBe(0);
    const first = await officer.part('queue').locator('.priority').allInnerTexts();
    expect(first.map(Number)).toEqual(first.map(Number).sort((one, other) => other - one));
    await officer.part('filter-kind').selectOption('hold');
    await eventually(async () => expect(await waiting.count()).toBe(1));
    await officer.part('filter-kind').selectOption('');
    await officer.part('filter-office').fill('no such office');
    await officer.page.getByText('No such case waits').waitFor();
    expect(await officer.picture('queue-empty')).toBe(0);
    await officer.part('filter-office').fill(OFFICE);
    await eventually(async () => expect(await waiting.count()).toBe(picked.length + 1));
  }, 60_000);

  it('shows a case with its goods, the reasons for it and what is owed', async () => {
    await officer.goTo(`cases/${picked[0]!.caseId}`);
    await officer.reads('reasons', 'Live fish: species and residues');
    await officer.reads('goods', /030192.*Live eels.*MA.*310 KGM.*7,440,000 KRW/s);
    await officer.reads('amounts', /CUD.*7,440,000.*1,488,000.*VAT.*892,800/s);
    await officer.reads('payable', '2,380,800 KRW');
    await officer.reads('decision', 'Claim the case');
  }, 60_000);

  it('lets one officer hold a case, and tells the others who', async () => {
    await officer.part('claim').click();
    await officer.part('give-back').waitFor();
    expect(await officer.picture('case')).toBe(0);
    supervisor = await desk('supervisor');
    await supervisor.reads(`case-${picked[0]!.caseId}`, 'Held by officer');
    await supervisor.goTo(`cases/${picked[0]!.caseId}`);
    await supervisor.reads('decision', 'Claim the case');
    expect(await supervisor.part('decision-submit').count()).toBe(0);
  }, 60_000);

  it('lets a supervisor take it over with a reason, and give it back', async () => {
    await supervisor.part('take-over').click();
    await supervisor.part('take-over-reason').fill('The shift of the officer is over');
    expect(await supervisor.picture('take-over')).toBe(0);
    await supervisor.part('take-over-submit').click();
    await supervisor.reads('history', /Taken over supervisor.*The shift of the officer is over/s);
    await supervisor.part('give-back').click();
    await supervisor.part('claim').waitFor();
    await officer.page.reload();
    await officer.part('claim').click();
  }, 60_000);

  it('releases a consignment by hand', async () => {
    const { declarationId } = picked[0]!;
    await officer.part('decide-clear').click();
    await officer.part('reason').fill('Species and papers agree');
    await officer.part('decision-submit').click();
    await officer.reads('decision', 'Decided');
    await eventually(async () => expect((await office.declaration(declarationId)).status).toBe('released'));
    await officer.goTo(`declarations/${declarationId}`);
    await officer.reads('timeline', /Released after .*Control concluded.*Released/s);
    expect(await officer.picture('declaration')).toBe(0);
  }, 60_000);

  it('works out what is owed once an officer has found the rate', async () => {
    const { id } = await office.byReference(WITHOUT_RATE.lrn);
    const { caseId } = await office.caseOf(id, 'hold');
    await officer.goTo(`cases/${caseId}`);
    await officer.reads('amounts', 'cannot be worked out');
    await officer.part('claim').click();
    await officer.part('rate-tax-0').fill('CUD');
    await officer.part('rate-0').fill('8');
    await officer.part('rate-source-0').fill('ruling of the classification board');
    await officer.part('reason').fill('Rate found');
    expect(await officer.picture('hold')).toBe(0);
    await officer.part('decision-submit').click();
    await officer.reads('decision', 'Decided');
    await officer.reads('payable', '1,032,120 KRW');
    await eventually(async () => expect((await office.declaration(id)).outstanding).not.toContain('hold'));
  }, 60_000);

  it('tells the life of a declaration with its local state, in Korean and in English', async () => {
    const { id } = await office.byReference(UNPAID.lrn);
    await officer.goTo(`declarations/${id}`);
    await officer.reads('status', 'under examination');
    await officer.reads('waits-for', 'Waits for Bank: Payment');
    await officer.speak('ko');
    expect(await officer.page.locator('html').getAttribute('lang')).toBe('ko');
    await officer.reads('status', '심사');
    await officer.reads('timeline', /납부고지/);
    expect(await officer.picture('declaration-korean')).toBe(0);
    await officer.goTo('cases');
    await officer.reads('queue', '대기 시간');
    expect(await officer.picture('queue-korean')).toBe(0);
    await officer.speak('en');
  }, 60_000);

  it('shows who had to act for how long', async () => {
    await officer.goTo('time-release');
    await officer.reads('chart-control', 'Customs');
    await officer.reads('time-release-table', /Until release/);
    expect(await officer.picture('time-release')).toBe(0);
    await officer.part('time-release-by').selectOption('channel');
    await officer.reads('time-release-table', 'Green');
    expect(await officer.picture('time-release-by-channel')).toBe(0);
  }, 60_000);

  it('shows a broker his own declarations, and of the channel nothing', async () => {
    broker = await desk('broker');
    await broker.reads('declarations', /EELS/);
    expect(await broker.picture('broker-declarations')).toBe(0);
    for (const { lrn } of [WATCHED[0]!, WITHOUT_MASS, LATE]) {
      await broker.goTo(`declarations/${(await office.byReference(lrn)).id}`);
      await broker.reads('declaration', lrn);
      expect(await broker.picture(`broker-${lrn.toLowerCase()}`)).toBe(0);
      expect(await broker.page.content()).not.toMatch(/channel|green|yellow|\bred\b|residues|by chance/i);
    }
    await broker.goTo('declarations');
    await broker.part('search').fill(UNPAID.lrn);
    await broker.part('search-submit').click();
    await broker.reads('declaration', UNPAID.lrn);
    expect(await broker.part('nav-cases').count()).toBe(0);
  }, 60_000);

  it('has given no browser a reason to complain', () => {
    expect([officer, supervisor, broker].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
