import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { sdkScript } from './frame/scripts.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/**
 * Playwright turns off that each site's frames have a store of their own, and Debian's Chromium then lets them keep nothing at
 * all. What is turned off last wins: so frames may keep something, as with Chromium's own settings.
 */
const asShipped = '--disable-features=Translate';

/**
 * Starts Chromium; where there is none, that is a failure: `test/e2e/install.sh` installs it. With `forgetful` it lets the
 * frames of other sites keep nothing, as some people set it.
 */
export async function launch(forgetful = false): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error('Chromium is missing: run test/e2e/install.sh');
  return chromium.launch({ executablePath, args: forgetful ? flags : [...flags, asShipped] });
}

/** Who sits at a browser and how it is set. */
export interface Seat {
  /** The help desk's address. */
  readonly at: string;
  readonly agent: number;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
}

/** An agent's browser, and what it must not do: complain in its console, or talk to anybody else. */
export interface AgentBrowser {
  readonly context: BrowserContext;
  /** Errors in the console and uncaught ones, of every page and frame. */
  readonly complaints: readonly string[];
  /** Addresses of other hosts that were asked for; Zendesk's SDK is answered from the npm package instead. */
  readonly strangers: readonly string[];
  readonly open: (path: string) => Promise<Page>;
}

/** Seats an agent, with a clock that can be put forward. Pages keep what the browser stores between them, as one browser profile does. */
export async function seated(browser: Browser, seat: Seat): Promise<AgentBrowser> {
  const { at, agent, scheme = 'light', locale = 'en-US', width = 1280, height = 860 } = seat;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
  });
  const cookie = { domain: new URL(at).hostname, path: '/' };
  await context.addCookies([
    { ...cookie, name: 'agent', value: String(agent) },
    { ...cookie, name: 'scheme', value: scheme },
  ]);
  await context.clock.install();
  const strangers: string[] = [];
  await keptAtHome(context, strangers);
  const complaints: string[] = [];
  context.on('page', (page) => listenTo(page, complaints));
  return {
    ...{ context, complaints, strangers },
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(`${at}${path}`);
      return page;
    },
  };
}

async function keptAtHome(context: BrowserContext, strangers: string[]): Promise<void> {
  const sdk = await sdkScript();
  await context.route('**/*', async (route) => {
    const { hostname, host, protocol } = new URL(route.request().url());
    if (hostname === 'static.zdassets.com') return route.fulfill({ contentType: 'text/javascript', body: sdk });
    if (['localhost', '127.0.0.1'].includes(hostname) || !protocol.startsWith('http')) return route.continue();
    strangers.push(host);
    return route.abort();
  });
}

function listenTo(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    // The browser itself notes every answer that is no success; whether one was due is for the test to say.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}
