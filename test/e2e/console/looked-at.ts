import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with what a page shows now: rule, element and why. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
}

/** How far the content sticks out at the side; nothing should make somebody scroll sideways. */
export async function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that do not fit where they stand: cut off at the side by what is around them. */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, nav *, header *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
      .filter(
        (element) =>
          element.textContent.trim() !== '' &&
          element.closest('thead') === null &&
          !element.matches('[data-may-scroll] *, .mantine-VisuallyHidden-root'),
      )
      .map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 60)}`),
  );
}
