import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How a browser is set. */
export interface Seat {
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
}

/** An operator's browser, and what the console must not do in it: complain, break its own policy, or talk to anybody else. */
export interface OperatorsBrowser {
  readonly context: BrowserContext;
  /** Errors in the console and uncaught ones, and what the content security policy refused, of every page. */
  readonly complaints: readonly string[];
  /** Addresses of other hosts that were asked for. */
  readonly strangers: readonly string[];
  /** Opens a page of the console, and waits until its heading is there. */
  readonly open: (path: string) => Promise<Page>;
}

/** Seats somebody at the console. */
export async function seated(browser: Browser, address: string, how: Seat = {}): Promise<OperatorsBrowser> {
  const { scheme = 'light', locale = 'en-GB', width = 1440, height = 900 } = how;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    ...(width < 768 ? { hasTouch: true } : {}),
  });
  const strangers: string[] = [];
  await keptAtHome(context, address, strangers);
  const complaints: string[] = [];
  await context.exposeFunction('tellRefused', (what: string) => void complaints.push(what));
  await context.addInitScript(tellOfRefusals);
  context.on('page', (page) => listenTo(page, complaints));
  return {
    ...{ context, complaints, strangers },
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(`${address}${path}`);
      await page.locator('h1').waitFor();
      return page;
    },
  };
}

declare global {
  interface Window {
    readonly tellRefused: (what: string) => void;
  }
}

function tellOfRefusals(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    window.tellRefused(`refused by the policy: ${violatedDirective} ${blockedURI} ${sample}`),
  );
}

async function keptAtHome(context: BrowserContext, address: string, strangers: string[]): Promise<void> {
  await context.route(
    ({ origin, protocol }) => origin !== address && protocol.startsWith('http'),
    async (route) => {
      strangers.push(new URL(route.request().url()).host);
      return route.abort();
    },
  );
}

function listenTo(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    // The browser itself notes every answer that is no success; whether one was due is for the test to say.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}
