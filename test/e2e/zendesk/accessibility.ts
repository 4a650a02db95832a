import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** The frame of the app at a place of the page. */
export function frameAt(page: Page, place: 'panel' | 'modal'): Frame {
  const frame = page
    .frames()
    .find((one) => one !== page.mainFrame() && (place === 'modal') === one.url().includes('#'));
  if (frame === undefined) throw new Error('the app is not on the page');
  return frame;
}

/** What axe finds wrong with what the frame shows now: rule, element and why. */
export async function violationsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const turning = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(turning.map((transition) => transition.finished));
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
}

/** How far the content sticks out at the side; nothing should make an agent scroll sideways. */
export function overhangOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
