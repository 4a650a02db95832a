import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import { deleteSuspended } from './api-write.ts';
import { deleteTickets, deleteUser } from './end-states.ts';
import { textOf } from './form.ts';
import { markPath } from './help-center.ts';
import { changeHelpText, deleteHelpMark } from './help-center-api.ts';
import { placedIn, receipts } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';
import type { Place } from './place.ts';
import { redact, redactFiles, redactLine } from './redacting.ts';
import { changeTickets } from './ticket-changes.ts';
import { changeUser, endSessions, removeIdentity } from './user-changes.ts';

type Apply = (writing: Writing, steps: readonly PlacedStep[]) => Promise<readonly Receipt[]>;

/** Makes the call of a group, and waits for the job it starts. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyGroup(writing: Writing, group: StepGroup): Promise<readonly Receipt[]> {
  const steps = placedIn(group);
  const [first] = steps;
  if (first === undefined) return [];
  try {
    return inOrder(group, await applierFor(first.place)(writing, steps));
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return receipts(steps, 'absent');
    throw error;
  }
}

function inOrder({ steps }: StepGroup, some: readonly Receipt[]): readonly Receipt[] {
  const byStep = new Map(some.map((receipt) => [receipt.step, receipt]));
  return steps.flatMap((step: ReadyStep) => byStep.get(step.id) ?? []);
}

const userAppliers: Readonly<Record<string, Apply>> = {
  identity: removeIdentity,
  sessions: endSessions,
  record: deleteUser,
};
const ticketAppliers: Readonly<Record<string, Apply>> = {
  chat: redactLine,
  chatfile: redactFiles,
  record: deleteTickets,
};

function applierFor({ owner, comment, part }: Place): Apply {
  switch (owner) {
    case 'suspended':
      return removeSuspended;
    case 'user':
      return userAppliers[part] ?? changeUser;
    case 'help':
      return part === 'vote' || part === 'subscription' ? removeMark : changeText;
    case 'ticket':
      return comment === undefined ? (ticketAppliers[part] ?? changeTickets) : redact;
  }
}

async function removeSuspended({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  await deleteSuspended(
    line,
    steps.map(({ place }) => place.key),
  );
  return receipts(steps, 'done');
}

async function removeMark({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  for (const { place } of steps) await deleteHelpMark(line, markPath(place.part, place.which));
  return receipts(steps, 'done');
}

async function changeText({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const { part = '', which = '' } = steps[0]?.place ?? {};
  const [under = '', id = '', locale = ''] = which.split('.');
  const text = (wanted: string): string | undefined => {
    const found = steps.find(({ place }) => place.part === wanted);
    return found === undefined ? undefined : textOf(found.step);
  };
  if (part === 'postcomment') {
    const path = `community/posts/${under}/comments/${id}`;
    await changeHelpText(line, { path, body: { comment: { body: text(part) } } });
  } else if (part === 'articlecomment') {
    const path = `help_center/${locale}/articles/${under}/comments/${id}`;
    await changeHelpText(line, { path, body: { comment: { body: text(part), locale } } });
  } else {
    const post = { title: text('title'), details: text('post') };
    await changeHelpText(line, { path: `community/posts/${under}`, body: { post } });
  }
  return receipts(steps, 'done');
}
