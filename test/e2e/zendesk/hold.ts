import type { HelpDesk, OnItsWay } from './frame/help-desk.ts';

/** A barrier in front of Zendesk. */
export interface Hold {
  /** Resolves once a call stands before it. */
  readonly reached: Promise<void>;
  /** Lets that call through, and all others. */
  readonly release: () => void;
}

/** Holds the first call of a kind up until it is released: so a test can do something in the middle of a run. */
export function hold(desk: HelpDesk, isHeld: (call: OnItsWay) => boolean): Hold {
  const [reached, reach] = gate();
  const [released, release] = gate();
  const before = desk.before;
  desk.before = async (call) => {
    await before(call);
    if (!isHeld(call)) return;
    reach();
    await released;
  };
  return {
    reached,
    release: () => {
      desk.before = before;
      release();
    },
  };
}

function gate(): readonly [passed: Promise<void>, pass: () => void] {
  const opened: { pass: () => void } = { pass: () => undefined };
  const passed = new Promise<void>((resolve) => (opened.pass = resolve));
  return [passed, () => opened.pass()];
}

/** Whether a call redacts a comment, the n-th of those that do. */
export function redaction(nth: number): (call: OnItsWay) => boolean {
  const count = { so: 0 };
  return ({ method, url }) => {
    if (method !== 'PUT' || !url.startsWith('/api/v2/comment_redactions/')) return false;
    count.so += 1;
    return count.so === nth;
  };
}
