import { resolve, dirname } from 'node:path';
import {
  administratorsOnly,
  defaultRules,
  guardSettingsSchema,
  holdSchema,
  parseRules,
  peopleSettingsSchema,
  permissionsSchema,
} from '@lethe/core';
import type { GuardSettings, Hold, PeopleSettings, Permissions, Rules } from '@lethe/core';
import { hostKinds } from '@lethe/hosts';
import type { OpenHost } from '@lethe/hosts';
import { z } from 'zod';
import { serverSettingsSchema } from './server-settings.ts';
import type { ServerSettings } from './server-settings.ts';
import { variable } from './variable.ts';
import { checked, faultIn, readYaml } from './yaml-file.ts';
import type { YamlFile } from './yaml-file.ts';

const hostName = z.string().regex(/^[a-z0-9-]{1,40}$/, 'use small letters, digits and hyphens');

const fileSchema = z.strictObject({
  hosts: z.record(hostName, z.looseObject({ kind: z.string() })),
  storage: z
    .strictObject({
      dataDirectory: z.string().optional(),
      databaseUrlFrom: variable.optional(),
      keyFile: z.string().optional(),
      /** A directory outside the database, to be kept when that is restored. */
      erasureLog: z.string().optional(),
    })
    .default({}),
  rules: z.string().optional(),
  operator: z
    .strictObject({
      id: z.string().regex(/^[a-z0-9:_-]{1,64}$/, 'use an id, not a name or an address'),
      groups: z.array(z.string()).default([]),
      administrator: z.boolean().default(false),
    })
    .optional(),
  permissions: permissionsSchema.default(administratorsOnly),
  guards: guardSettingsSchema.prefault({}),
  people: peopleSettingsSchema.prefault({}),
  holds: z.record(hostName, z.array(holdSchema)).default({}),
  server: serverSettingsSchema.prefault({}),
});

/** Who works the command line. Without a word in the settings it is whoever holds the host's keys: an administrator. */
export interface Operator {
  readonly id: string;
  readonly groups: readonly string[];
  readonly administrator: boolean;
}

/** Everything an administrator set, read and checked. */
export interface Settings {
  readonly hosts: ReadonlyMap<string, OpenHost>;
  readonly storage: {
    readonly dataDirectory?: string | undefined;
    readonly databaseUrlFrom?: string | undefined;
    readonly keyFile?: string | undefined;
    readonly erasureLog?: string | undefined;
  };
  readonly rules: Rules;
  readonly operator: Operator;
  readonly permissions: Permissions;
  readonly guards: GuardSettings;
  readonly people: PeopleSettings;
  readonly holds: Readonly<Record<string, readonly Hold[]>>;
  readonly server: ServerSettings;
}

/** What to read: `config` or, without it, the sandbox alone; `rules` wins over the file's own. */
export interface SettingsFiles {
  readonly config: string | undefined;
  readonly rules: string | undefined;
}

/** Reads the settings. Throws `SettingsError` with file, line and reason for the first fault. */
export async function readSettings({ config, rules }: SettingsFiles): Promise<Settings> {
  const file = config === undefined ? sandboxAlone : await readYaml(config);
  const parsed = fileSchema.safeParse(file.value);
  if (!parsed.success) throw faultOf(file, parsed.error, []);
  const { hosts, rules: rulesHere, operator, storage, permissions, guards, people, holds, server } = parsed.data;
  const rulesPath = rules ?? (rulesHere === undefined ? undefined : resolve(dirname(file.path), rulesHere));
  return {
    hosts: new Map(Object.entries(hosts).map(([name, host]) => [name, hostOf(file, name, host)])),
    storage,
    rules: rulesPath === undefined ? defaultRules : checked(await readYaml(rulesPath), parseRules),
    operator: operator ?? { id: 'local', groups: [], administrator: true },
    permissions,
    guards,
    people,
    holds,
    server,
  };
}

const sandboxAlone: YamlFile = {
  path: '(no settings file)',
  value: { hosts: { sandbox: { kind: 'sandbox' } } },
  lineOf: () => undefined,
};

function hostOf(file: YamlFile, name: string, { kind, ...rest }: { readonly kind: string }): OpenHost {
  const known = hostKinds.find((one) => one.kind === kind);
  if (known === undefined)
    throw faultIn(file, ['hosts', name, 'kind'], `choose among ${hostKinds.map((one) => one.kind).join(', ')}`);
  const parsed = known.settings.safeParse(rest);
  if (!parsed.success) throw faultOf(file, parsed.error, ['hosts', name]);
  return parsed.data;
}

function faultOf(file: YamlFile, error: z.ZodError, around: readonly string[]): Error {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? part.toString() : part));
  return faultIn(file, [...around, ...path], issue?.message ?? 'not readable');
}
