import type { PersonKind } from '@lethe/core';
import type { Payload, PresetName, SettingsShown } from '../../forge/protocol.ts';

/** The settings as the resolver has them. */
export type Settings = SettingsShown['settings'];
/** What rules are chosen. */
export type RulesChoice = PresetName | 'own';

/** The settings while they are being edited: texts as typed. */
export interface Draft {
  readonly rules: RulesChoice;
  /** With `own`. */
  readonly json: string;
  readonly names: Settings['names'];
  readonly account: Settings['account'];
  readonly kinds: readonly PersonKind[];
  readonly accessRemovedFirst: readonly PersonKind[];
  readonly reportDays: string;
  readonly clearFields: string;
  readonly watchReturns: boolean;
  readonly automationRuns: boolean;
}

/** What a part of the form shows and changes. */
export interface Editing {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** Settings to be edited. */
export function draftOf({ settings, presets }: SettingsShown): Draft {
  const { rules, guards, reportDays, clearFields, ...same } = settings;
  return {
    rules: 'preset' in rules ? rules.preset : 'own',
    json: 'json' in rules ? rules.json : presets.default,
    names: same.names,
    account: same.account,
    kinds: guards.kinds,
    accessRemovedFirst: guards.accessRemovedFirst,
    reportDays: String(reportDays),
    clearFields: clearFields.join(', '),
    watchReturns: same.watchReturns,
    automationRuns: same.automationRuns,
  };
}

/** What is sent; the resolver judges it. */
export function settingsFrom(draft: Draft): Payload<'saveSettings'> {
  const { rules, json, names, account, kinds, accessRemovedFirst, watchReturns, automationRuns } = draft;
  return {
    rules: rules === 'own' ? { json } : { preset: rules },
    names,
    guards: { kinds, accessRemovedFirst },
    account,
    reportDays: Number(draft.reportDays),
    clearFields: draft.clearFields.split(/[\s,;]+/u).filter((field) => field !== ''),
    watchReturns,
    automationRuns,
  };
}
