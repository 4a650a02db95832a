import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** Files that Zendesk redacts in one call. */
const MOST_FILES = 75;
/** Rows of one job. */
export const MOST_ROWS = 100;
/** Tickets in one group: ten jobs of a hundred rows, of thirty an account may have under way. */
const MOST_TICKETS = 1000;

/** Steps that go together: a comment with its files, many tickets, a user, many suspended mails. Each group stands where its first step stood. */
export function groupSteps(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const batches = new Map<string, Batch[]>();
  steps.forEach((step, at) => {
    const place = placeOf(step.spot);
    const { call, counts, most = 1 } = place === undefined ? { call: 'nothing' } : callFor(place);
    const some = batches.get(call) ?? [];
    batches.set(call, some);
    const open = counts === undefined ? some[0] : some.find(({ keys }) => keys.has(counts) || keys.size < most);
    if (open === undefined) some.push({ call, first: at, keys: new Set<string>(), steps: [step] });
    else open.steps.push(step);
    if (counts !== undefined) (open ?? some.at(-1))?.keys.add(counts);
  });
  const all = [...batches.values()].flat().sort((one, other) => one.first - other.first);
  return all.map(({ call, steps: some }) => ({ call, steps: some }));
}

interface Batch {
  readonly call: string;
  /** Where its first step stood. */
  readonly first: number;
  readonly keys: Set<string>;
  readonly steps: ReadyStep[];
}

/** Which call carries a step out, in fixed words and numbers; what the call counts, and how many of that it takes. */
interface CallFor {
  readonly call: string;
  readonly counts?: string;
  readonly most?: number;
}

function callFor(place: Place): CallFor {
  const { owner, key, part, which } = place;
  switch (owner) {
    case 'ticket':
      return ticketCall(place);
    case 'suspended':
      return { call: 'delete suspended tickets', counts: String(key), most: MOST_ROWS };
    case 'user':
      return { call: userCall(place) };
    case 'help':
      return { call: `change ${part === 'title' ? 'post' : part} ${which} of user ${key}` };
  }
}

function ticketCall({ key, comment, part, which }: Place): CallFor {
  if (comment !== undefined) {
    const call = `redact comment ${comment} of ticket ${key}`;
    return part === 'file' ? { call, counts: which, most: MOST_FILES } : { call };
  }
  if (part === 'chat') return { call: `redact chat line ${which} of ticket ${key}` };
  const [chat = ''] = which.split('.');
  if (part === 'chatfile')
    return { call: `redact files of chat ${chat} of ticket ${key}`, counts: which, most: MOST_FILES };
  return { call: 'change tickets', counts: String(key), most: MOST_TICKETS };
}

function userCall({ key, part, which }: Place): string {
  if (part === 'identity') return `delete identity ${which} of user ${key}`;
  return part === 'sessions' ? `end sessions of user ${key}` : `change user ${key}`;
}
