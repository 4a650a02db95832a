import type { Clock, Rules } from '@lethe/core';
import { installationOf, readSettings } from '@lethe/settings';
import type { ClosedHost, NamedHost, Settings, SettingsFiles } from '@lethe/settings';
import type { Storage } from '@lethe/storage';
import { wallClock } from './clock.ts';
import type { Output } from './output/output.ts';
import { Stop } from './stop.ts';
import type { Surroundings } from './surroundings.ts';

/** What every command is given: settings, a way to talk, and doors that open when they are first used. */
export interface Session {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly output: Output;
  /** The host of that name; without a name the only one there is. */
  host(name: string | undefined): Promise<NamedHost>;
  /** The same, not opened yet, and what it is opened with. */
  closedHost(name: string | undefined): ClosedHost;
  store(): Promise<Storage>;
  /** Asked between two calls of a run. */
  interrupted(): boolean;
  /** The wall clock; waits end early when somebody interrupts. */
  readonly clock: Clock;
  /** Asks a person to type something; missing where nobody is at a terminal. */
  readonly ask: Around['ask'];
  close(): Promise<void>;
}

/** What a session is opened with. */
export interface Around extends Pick<Surroundings, 'env'> {
  readonly output: Output;
  readonly interrupted: () => boolean;
  readonly ask: Surroundings['ask'] | undefined;
}

/** Opens a session; whoever does closes it. Throws `SettingsError` for faulty settings. */
export async function openSession(files: SettingsFiles, { env, output, interrupted, ask }: Around): Promise<Session> {
  const settings = await readSettings(files);
  const clock = wallClock(interrupted);
  const installation = installationOf(settings, { env, clock });
  return {
    settings,
    rules: settings.rules,
    output,
    host: async (name) => installation.host(hostName(settings, name)) ?? noSuchHost(settings),
    closedHost: (name) => installation.closedHost(hostName(settings, name)) ?? noSuchHost(settings),
    store: () => installation.store(),
    interrupted,
    clock,
    ask,
    close: () => installation.close(),
  };
}

function hostName({ hosts }: Settings, name: string | undefined): string {
  const names = [...hosts.keys()];
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new Stop('usage', `Say which host with --host: ${names.join(', ')}.`);
  return wanted;
}

function noSuchHost({ hosts }: Settings): never {
  const names = [...hosts.keys()].join(', ');
  throw new Stop('usage', `There is no host called so in the settings. There are: ${names}.`);
}
