import type { Browser } from 'playwright-core';
import { launch } from '../zendesk/browser.ts';
import { install } from './installation.ts';
import type { Installation, InstallationOptions } from './installation.ts';
import { seated } from './seat.ts';
import type { OperatorsBrowser, Seat } from './seat.ts';

/** An installation with browsers in front of it. */
export interface Act extends Installation {
  /** Seats nobody in particular: not signed in. */
  readonly seat: (how?: Seat) => Promise<OperatorsBrowser>;
  /** Seats somebody who is signed in: an administrator unless groups are named. A new operator each time. */
  readonly signedIn: (how?: SignedIn) => Promise<OperatorsBrowser & { readonly operator: string }>;
}

/** Who sits there, and how their browser is set. */
export interface SignedIn extends Seat {
  readonly groups?: readonly string[];
  readonly administrator?: boolean;
  readonly name?: string;
  /** How long ago they proved who they are, in minutes. */
  readonly minutesAgo?: number;
}

/** What all tests of a file share: Chromium, and what closes everything. */
export interface Stage {
  readonly browser: Browser;
  readonly act: (options?: InstallationOptions) => Promise<Act>;
  readonly close: () => Promise<void>;
}

/**
 * Starts Chromium; each act is an installation of its own. The console is the one `npm run build` made, as `npm run e2e` does
 * first.
 */
export async function stage(): Promise<Stage> {
  const browser = await launch();
  const acts: Act[] = [];
  const act = async (options?: InstallationOptions): Promise<Act> => {
    const installation = await install(options);
    const played: Act = {
      ...installation,
      seat: async (how) => seated(browser, installation.address, how),
      signedIn: async (how) => signIn(browser, installation, how),
    };
    acts.push(played);
    return played;
  };
  return {
    browser,
    act,
    close: async () => {
      await browser.close();
      for (const one of acts) await one.close();
    },
  };
}

async function signIn(browser: Browser, { address, storage }: Installation, how: SignedIn = {}) {
  const { groups = [], administrator = groups.length === 0, name = 'Ines Okafor', minutesAgo = 0 } = how;
  const identity = { kind: 'open-id', issuer: 'https://id.example.test', subject: crypto.randomUUID(), name } as const;
  const { signIn: operators } = storage;
  const operator = (await operators.arrive({ identity, groups, administrator }))?.id ?? '';
  const now = Date.now();
  const [signedInAt, endsAt] = [new Date(now - minutesAgo * 60_000), new Date(now + 3_600_000)];
  const secret = (await operators.beginSession({ operator, signedInAt, endsAt })) ?? '';
  const seat = await seated(browser, address, how);
  await seat.context.addCookies([
    { name: 'plain-lethe', value: secret, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
  ]);
  return { ...seat, operator };
}
