import type { Browser } from 'playwright-core';

/** How a page came: times in milliseconds from when it was asked for. */
export interface Loaded {
  readonly firstPaint: number;
  /** When the first field could be typed into. */
  readonly interactive: number;
  /** As they came over the wire, headers included. */
  readonly bytes: number;
  readonly requests: number;
}

/** Loads a page in a browser that has never been here. */
export async function loaded(browser: Browser, address: string): Promise<Loaded> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = (): void => {
        const field = document.querySelector('main input:not(:disabled)');
        if (field === null) requestAnimationFrame(look);
        else performance.mark('interactive');
      };
      look();
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('main input').first().waitFor();
    return await page.evaluate(() => {
      const resources = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const transfers = resources.map((entry) => ('transferSize' in entry ? Number(entry.transferSize) : 0));
      return {
        firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        interactive: performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN,
        bytes: transfers.reduce((sum, one) => sum + one, 0),
        requests: resources.length,
      };
    });
  } finally {
    await context.close();
  }
}
