import type { Receipt, StepGroup, StepId } from '@lethe/core';
import { changeCustomer } from './account-changes.ts';
import type { AccountBook } from './account-book.ts';
import { deleteAttachment, editComment, editWorklog } from './api-write.ts';
import type { Line } from './ask.ts';
import { BulkRights } from './bulk-rights.ts';
import { documentOf } from './form.ts';
import { changeIssues } from './issue-changes.ts';
import type { Known } from './known.ts';
import { removeParticipants, removeWatchers } from './list-changes.ts';
import { Marks } from './marker.ts';
import { oneByOne } from './one-by-one.ts';
import type { JiraOptions } from './options.ts';
import { issueOf, placedIn } from './placed.ts';
import type { PlacedStep, Settling, Writing } from './placed.ts';
import type { Place } from './place.ts';
import { claimRedacted } from './redacting.ts';
import type { Redaction } from './redaction.ts';
import type { Remembered } from './remembered.ts';

/** What a host has to write with. */
export interface WritingWith {
  readonly line: Line;
  readonly known: Known;
  readonly accounts: AccountBook;
  readonly remembered: Remembered;
  readonly redaction: Redaction;
  readonly bulk: BulkRights;
  readonly options: JiraOptions;
}

/** Carries groups out. */
export class Writer {
  readonly #writing: Writing;
  readonly #begun = new WeakMap<StepGroup, Settling>();

  constructor({ options, ...given }: WritingWith) {
    this.#writing = { ...given, marks: new Marks(given.line, options.marker) };
  }

  /**
   * Makes the calls of a group, and waits for the tasks they start. What is gone counts as blanked, what is refused is so for its own steps
   * alone. Throws `HostError` where the host as a whole, or what is left of the group, has to wait: given the same group again it goes on
   * where it stopped.
   */
  async apply(group: StepGroup): Promise<readonly Receipt[]> {
    const steps = placedIn(group);
    const [first] = steps;
    if (first === undefined) return [];
    const settling = this.#begun.get(group) ?? new Map<StepId, Receipt>();
    this.#begun.set(group, settling);
    await applierFor(first.place)(this.#writing, steps, settling);
    this.#begun.delete(group);
    return group.steps.flatMap((step) => settling.get(step.id) ?? []);
  }
}

type Apply = (writing: Writing, steps: readonly PlacedStep[], settling: Settling) => Promise<void>;

function applierFor({ is }: Place): Apply {
  switch (is) {
    case 'comment':
    case 'worklog':
    case 'attachment':
      return changeSingly;
    case 'participants':
      return removeParticipants;
    case 'watch':
      return removeWatchers;
    case 'history':
      return async (writing, steps, settling) => {
        claimRedacted(writing, steps, settling);
      };
    case 'access':
    case 'name':
    case 'email':
    case 'photo':
    case 'detail':
      return changeCustomer;
    default:
      return changeIssues;
  }
}

/** Comments, work logs and files: each is reached by its own address alone. */
async function changeSingly(writing: Writing, steps: readonly PlacedStep[], settling: Settling): Promise<void> {
  const singles = steps.map((one) => ({
    issue: issueOf(one),
    steps: [one],
    make: async () => {
      await changeOne(writing.line, one);
      writing.marks.owe(issueOf(one));
    },
  }));
  await oneByOne(singles, settling);
}

async function changeOne(line: Line, { place, step }: PlacedStep): Promise<void> {
  if (place.is === 'attachment') await deleteAttachment(line, { issue: place.issue, attachment: place.number });
  if (place.is === 'comment') await editComment(line, { issue: place.issue, comment: place.number }, documentOf(step));
  if (place.is === 'worklog') await editWorklog(line, { issue: place.issue, worklog: place.number }, documentOf(step));
}
