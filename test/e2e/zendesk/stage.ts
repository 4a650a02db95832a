import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { assemble } from '../../../plugins/zendesk/tools/assemble.ts';
import { build } from '../../../plugins/zendesk/tools/build.ts';
import { launch, seated, type AgentBrowser, type Seat } from './browser.ts';
import { HelpDesk } from './frame/help-desk.ts';
import { scene, type Scene } from './scene.ts';

/** An account of its own for one test, with a help desk in front of it. */
export interface Act extends Scene {
  readonly desk: HelpDesk;
  /** The installation's settings, to be changed as an administrator would. */
  readonly settings: Record<string, unknown>;
  /** Seats an agent at a browser of their own. */
  readonly seat: (agent: number, how?: Partial<Seat>, browser?: Browser) => Promise<AgentBrowser>;
}

/** What all tests of a file share: Chromium, and the app as it is packaged. */
export interface Stage {
  readonly browser: Browser;
  readonly act: () => Promise<Act>;
  readonly close: () => Promise<void>;
}

/** Builds the app, starts Chromium. */
export async function stage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-stage-'));
  const app = join(folder, 'app');
  const [browser] = await Promise.all([launch(), assemble(app, build)]);
  const desks: HelpDesk[] = [];
  const act = async (): Promise<Act> => {
    const played = scene();
    const settings = { user_groups: 'Privacy' };
    const desk = await HelpDesk.open({ zendesk: played.zendesk, app, settings });
    desks.push(desk);
    const seat: Act['seat'] = (agent, how = {}, own = browser) => seated(own, { ...how, at: desk.address, agent });
    return { ...played, desk, settings, seat };
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await Promise.all(desks.map((desk) => desk.close()));
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, act, close };
}
