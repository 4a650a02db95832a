import { accountsOn } from '../people/on-issues.ts';
import { peopleFound, peopleShown } from '../people/people-shown.ts';
import type { FunctionName, Told, Values } from '../protocol.ts';
import { returnLines, returnNotes } from '../returns/return-note.ts';
import { calledOff, resumed, stopped } from '../run/controls.ts';
import { shownReport } from '../run/report-shown.ts';
import { runLines, shownRun } from '../run/shown-run.ts';
import { savedSettings, shownSettings } from '../settings/saving.ts';
import { deskAt } from './counter.ts';
import type { Counter } from './counter.ts';
import { confirmedReview, reviewAgain, reviewLines, startedReview } from './reviews.ts';

/** Answers one function. */
export type Handlers = {
  readonly [Name in FunctionName]: (counter: Counter, told: Told<Name>) => Promise<Values[Name]>;
};

/** What each function does, for whoever may ask for it. */
export const handlers: Handlers = {
  standing: async ({ standing }) => standing,
  who: async (counter, { issues }) => {
    const asked = issues.length > 0 ? issues : [counter.issue].filter((issue) => issue !== undefined);
    const { accounts, unread } = await accountsOn(counter.office, asked);
    return { people: await peopleShown(counter.office, accounts, lookingAt(counter)), unread };
  },
  find: async (counter, { text }) => peopleFound(counter.office, text, lookingAt(counter)),
  startReview: startedReview,
  review: reviewAgain,
  confirm: confirmedReview,
  run: async ({ office }, { run }) => shownRun(office, run),
  stop: async ({ office }, { run }) => stopped(office, run),
  resume: async ({ office, account }, { run, acceptRefused }) => resumed(office, run, { by: account, acceptRefused }),
  callOff: async ({ office, account }, { run }) => calledOff(office, run, account),
  runs: async ({ office }) => ({ runs: await runLines(office), reviews: await reviewLines() }),
  report: async ({ office }, { run }) => shownReport(office, run),
  returns: async () => ({ returns: await returnLines() }),
  settleReturn: async (_counter, { id }) => {
    await returnNotes.remove(id);
    return { returns: await returnLines() };
  },
  settings: async () => shownSettings(),
  saveSettings: async (_counter, settings) => savedSettings(settings),
};

/** Who may ask for what: the permission itself, administering Jira, one of the two, or being signed in. */
export const needs: Readonly<Record<FunctionName, 'nothing' | 'anonymize' | 'configure' | 'either'>> = {
  standing: 'nothing',
  who: 'anonymize',
  find: 'anonymize',
  startReview: 'anonymize',
  review: 'anonymize',
  confirm: 'anonymize',
  run: 'either',
  stop: 'either',
  resume: 'anonymize',
  callOff: 'anonymize',
  runs: 'either',
  report: 'either',
  returns: 'anonymize',
  settleReturn: 'anonymize',
  settings: 'configure',
  saveSettings: 'configure',
};

function lookingAt(counter: Counter): { readonly host: ReturnType<typeof deskAt>['host']; readonly to: string } {
  return { host: deskAt(counter, counter.office.settings.account).host, to: counter.account };
}
