import { defaultRules, guardSettingsSchema } from '@lethe/core';
import type { Rules } from '@lethe/core';
import { appLimits } from '../../governor/limits.ts';
import { zendeskHost } from '../../host.ts';
import { groupSettingFrom } from '../permission/group-setting.ts';
import { allGroups } from '../permission/groups-api.ts';
import { unknownIn } from '../permission/unknown-groups.ts';
import { openBrowserStore } from '../store/browser-store.ts';
import { accountLocale } from './account-locale.ts';
import type { AppDesk } from './app-desk.ts';
import { askedBy } from './asked-by.ts';
import { browserParts } from './browser-parts.ts';
import type { BrowserParts } from './browser-parts.ts';
import { estimateFor } from './estimate.ts';
import { settingsOf, storageName } from './installation.ts';
import type { AppSettings } from './installation.ts';
import { partsOf } from './parts.ts';
import type { DeskClient, Ground, Parts } from './parts.ts';
import { tellingStore } from './telling-store.ts';

/** What the desk is told. */
export interface DeskOptions {
  /** The word agents type before the number of steps, by the account's language: one word in capital letters. */
  readonly confirmation: (accountLocale: string | undefined) => string;
  /** Instead of the browser this page is in. */
  readonly browser?: BrowserParts;
}

/**
 * The desk of the agent who has this page open: Zendesk through the app framework, the store in their browser, the lock in the
 * account. Whoever opens it closes it. Throws `HostError`, and `BrowserStoreError` for a browser that keeps nothing.
 */
export async function deskFor(client: DeskClient, options: DeskOptions): Promise<AppDesk> {
  const browser = options.browser ?? browserParts();
  const name = await storageName(client);
  const { locks, crypto, now } = browser;
  const store = await openBrowserStore({ name, locks, crypto, now });
  try {
    return await openedDesk({ client, browser, name, store }, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openedDesk(ground: Ground, { confirmation }: DeskOptions): Promise<AppDesk> {
  const { client, browser, name: account, store } = ground;
  const { reportDays, endStates } = await settingsOf(client);
  const parts = partsOf(ground);
  const { line, tabs, hurried } = parts;
  const locale = await accountLocale({ line, notes: browser.notes, account });
  const rules: Rules = { ...defaultRules, confirmation: confirmation(locale) };
  await store.forgetOld(reportDays);
  void browser.persist().catch(() => false);
  void parts.tell();
  return {
    ...workOf(parts, endStates),
    ...(await permissionOf(parts, client)),
    name: 'zendesk',
    rules,
    guards: guardSettingsSchema.parse({}),
    holds: [],
    store: tellingStore(store, parts.tell),
    random: (bytes) => browser.crypto.getRandomValues(new Uint8Array(bytes)),
    uuid: () => browser.crypto.randomUUID(),
    hurry: () => hurried.hurry(),
    ledger: () => store.ledger(),
    close: async () => {
      tabs.close();
      await store.close();
    },
  };
}

/** How Zendesk is worked on. Whoever begins something is looked up anew: at a review and before a run. */
function workOf(
  { way, steady, witness, lock, log }: Parts,
  endStates: AppSettings['endStates'],
): Pick<AppDesk, 'host' | 'clock' | 'estimate' | 'lock' | 'account'> {
  const host = zendeskHost(way.port, { clock: steady, ...endStates });
  return {
    host: {
      ...host,
      preflight: async () => {
        witness.forget();
        return host.preflight();
      },
    },
    clock: steady,
    estimate: (plan) => estimateFor(plan, appLimits()),
    lock: async (person, run) => {
      witness.forget();
      return lock.take(person, run);
    },
    account: log,
  };
}

/** Who may do what: the setting is read anew each time, as it may be changed while a run is under way. */
async function permissionOf(
  { witness, line }: Parts,
  client: DeskClient,
): Promise<Pick<AppDesk, 'actor' | 'permissions' | 'askedBy' | 'groups' | 'unknownGroups'>> {
  const now = async () => groupSettingFrom((await settingsOf(client)).userGroups);
  return {
    actor: async () => witness.actor(),
    permissions: async () => (await now()).permissions,
    askedBy: await askedBy(client),
    groups: await now(),
    unknownGroups: async () => unknownIn(await now(), await allGroups(line)),
  };
}
