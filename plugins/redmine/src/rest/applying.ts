import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import { textOf } from '@lethe/inside';
import { valuesFor } from './values.ts';
import type { PlacedStep } from './values.ts';
import { pageAt } from './wiki-pages.ts';
import { statuses } from '../account.ts';
import * as write from '../api-write.ts';
import { pagePath } from '../form.ts';
import { ifThere } from '@lethe/http';
import { placeOf } from '../place.ts';
import type { Place } from '../place.ts';
import type { Remembered } from '@lethe/http';
import type { Transport } from '../call.ts';

/** What writing over REST is done with. */
export interface RestWriting {
  readonly transport: Transport;
  /** Whether Redmine was told not to make the account of the key a watcher. */
  readonly unwatched: Remembered<'unwatched', void>;
}

/** Makes the call of a group. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyOverRest(writing: RestWriting, group: StepGroup): Promise<readonly Receipt[]> {
  const placed = group.steps.flatMap((step): PlacedStep[] => {
    const place = placeOf(step.spot);
    return place === undefined ? [] : [{ step, place }];
  });
  const [first] = placed;
  if (first === undefined || placed.length < group.steps.length) {
    throw new HostError('rejected', 'A step names a spot that Redmine does not have: make a new plan.');
  }
  try {
    const there = await callOf(first.place, placed, writing);
    return group.steps.map((step) => receipt(step, there ? 'done' : 'absent'));
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return group.steps.map((step) => receipt(step, 'absent'));
    throw error;
  }
}

function receipt({ id }: ReadyStep, claim: 'done' | 'absent'): Receipt {
  return { step: id, claim };
}

/** Answers whether there was anything to change. */
async function callOf(place: Place, steps: readonly PlacedStep[], writing: RestWriting): Promise<boolean> {
  const { transport } = writing;
  const { owner, key, part, which } = place;
  if (owner === 'issue' && part !== 'watcher' && part !== 'note') await stayUnwatched(writing);
  if (part === 'file') return done(write.deleteFile(transport, which));
  if (part === 'note') return done(write.updateNote(transport, which, textsOf(steps)));
  if (part === 'watcher') return done(write.removeWatcher(transport, key, which));
  if (part === 'access') return done(write.updateUser(transport, key, { status: statuses.locked }));
  if (owner === 'wiki') return changePage(transport, key, textsOf(steps));
  return done(updates[owner](transport, key.split('@')[0] ?? key, valuesFor(steps)));
}

const updates = {
  issue: write.updateIssue,
  user: write.updateUser,
  time: write.updateTimeEntry,
  news: write.updateNews,
  project: write.updateProject,
  found: refuse,
};

async function refuse(): Promise<void> {
  throw new HostError('rejected', 'The REST API of Redmine does not change this: make a new plan.');
}

async function done(call: Promise<void>): Promise<boolean> {
  await call;
  return true;
}

/** The text of the one step there is. */
function textsOf([first]: readonly PlacedStep[]): string {
  return first === undefined ? '' : textOf(first.step);
}

async function changePage(transport: Transport, key: string, text: string): Promise<boolean> {
  const page = await ifThere(pageAt(transport, key));
  return page !== undefined && done(write.updateWikiPage(transport, pagePath(String(page.project), page.title), text));
}

/** Changing an issue makes the account of the key one of its watchers, unless it is told not to: once is enough. */
async function stayUnwatched({ transport, unwatched }: RestWriting): Promise<void> {
  await unwatched.get('unwatched', () => write.stopAutoWatch(transport));
}
