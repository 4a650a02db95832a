import { kvs } from '@forge/kvs';
import { defaultRules, guardSettingsSchema, parseRules, RuleError } from '@lethe/core';
import type { GuardSettings, Rules } from '@lethe/core';
import { kept } from '../ground/kept.ts';
import { settingsInputSchema } from '../protocol/settings-input.ts';
import type { SettingsInput } from '../protocol/settings-input.ts';
import { presets } from './presets.ts';

const KEY = 'settings';
/** Reports are kept for so long unless somebody sets it. */
const REPORT_DAYS = 400;

const plain = guardSettingsSchema.parse({});

/** What holds until an administrator sets something else. */
const unset: SettingsInput = {
  rules: { preset: 'default' },
  names: {
    person: defaultRules.replacement.name,
    text: defaultRules.replacement.text,
    confirmation: defaultRules.confirmation,
  },
  guards: { kinds: plain.kinds, accessRemovedFirst: plain.accessRemovedFirst },
  account: 'erase',
  reportDays: REPORT_DAYS,
  clearFields: [],
  watchReturns: true,
  automationRuns: false,
};

/** The settings as stored. Settings that cannot be read are a fault: to go on with others would blank too much or too little. */
export async function storedSettings(): Promise<SettingsInput> {
  const stored: unknown = await kept(async () => kvs.get(KEY));
  if (stored === undefined) return unset;
  const parsed = settingsInputSchema.safeParse(stored);
  if (!parsed.success) throw new RuleError('settings', 'they were stored by another version: save them again');
  return parsed.data;
}

/** Stores settings. Throws `RuleError` for the first fault in rules, names or guards, and stores nothing then. */
export async function storeSettings(settings: SettingsInput): Promise<void> {
  rulesOf(settings);
  guardsOf(settings);
  await kept(async () => kvs.set(KEY, settings));
}

/** The rules a customer chose, with the names they chose in place of a person. Throws `RuleError` with the field's path. */
export function rulesOf({ rules, names }: SettingsInput): Rules {
  const chosen = 'preset' in rules ? presets[rules.preset] : fromFile(rules.json);
  const { person, text, confirmation } = names;
  const replacement = { ...chosen.replacement, name: person, mention: person, text };
  return under('names', () => parseRules({ ...chosen, replacement, confirmation }));
}

/** Whom the customer lets be anonymized. Throws `RuleError`. */
export function guardsOf({ guards }: SettingsInput): GuardSettings {
  const parsed = guardSettingsSchema.safeParse(guards);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`guards.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}

function fromFile(json: string): Rules {
  return under('rules', () => parseRules(parsed(json)));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new RuleError('json', 'this is no JSON');
  }
}

/** Puts the part of the settings before the path of a fault in it. */
function under(part: string, work: () => Rules): Rules {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new RuleError(`${part}.${error.path}`, reasonOf(error));
  }
}

function reasonOf({ message, path }: RuleError): string {
  return message.slice(path.length + ': '.length);
}
