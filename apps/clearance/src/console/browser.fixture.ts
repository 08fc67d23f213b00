import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PICTURES = resolve(__dirname, '../../../../artifacts/console');
const DESKTOP = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const PATIENCE_MS = 20_000;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests in a real browser: skipped by name where there is none, but in CI they must run. */
export function describeWithChromium(name: string, tests: () => void): void {
  const found = () => it(`finds Chromium for: ${name}`, () => expect(CHROMIUM).toBe('a program'));
  if (existsSync(CHROMIUM)) describe(name, tests);
  else if (process.env.CI) found();
  else describe.skip(`${name} (no Chromium)`, found);
}

export function openBrowser(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Somebody before the console, in a browser session of his own. */
export class Desk {
  /** What the browser complained of: exceptions, failed requests, breaches of the content policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`);
    });
  }

  static async open(browser: Browser, url: string): Promise<Desk> {
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: 'en-GB',
      timezoneId: 'Asia/Seoul',
    });
    const desk = new Desk(await context.newPage(), url);
    await desk.page.goto(url);
    return desk;
  }

  part(name: string): Locator {
    return this.page.getByTestId(name);
  }

  async signIn(token: string): Promise<void> {
    await this.part('sign-in-token').fill(token);
    await this.part('sign-in-submit').click();
    await this.part('who').waitFor();
  }

  async goTo(place: string): Promise<void> {
    await this.page.goto(`${this.url}/#/${place}`);
  }

  async speak(language: 'ko' | 'en'): Promise<void> {
    await this.part(`language-${language}`).click();
  }

  /** Waits until a part of the page says something like that. */
  async reads(name: string, words: RegExp | string): Promise<void> {
    await this.part(name).filter({ hasText: words }).first().waitFor();
  }

  /** Keeps the page as a picture, wide and narrow. @returns by how many pixels it overflows when narrow */
  async picture(name: string): Promise<number> {
    const path = join(PICTURES, name);
    await this.page.screenshot({ path: `${path}.png`, fullPage: true });
    await this.page.setViewportSize(NARROW);
    await this.page.screenshot({ path: `${path}-narrow.png`, fullPage: true });
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    const pixels = await this.page.evaluate<number>(overflow);
    await this.page.setViewportSize(DESKTOP);
    return pixels;
  }
}
