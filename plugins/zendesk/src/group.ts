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
  const groups: Group[] = [];
  const open = new Map<string, Group>();
  for (const step of steps) {
    const place = placeOf(step.spot);
    const how = place === undefined ? { call: 'nothing' } : callFor(place);
    const known = open.get(how.call);
    const group = known?.takes(how) === true ? known : new Group(how.call);
    if (group !== known) groups.push(group);
    open.set(how.call, group);
    group.add(step, how);
  }
  return groups.map((group) => group.asOne());
}

/** A group while steps are sorted in. */
class Group {
  readonly #call: string;
  readonly #counted = new Set<string>();
  readonly #steps: ReadyStep[] = [];

  constructor(call: string) {
    this.#call = call;
  }

  takes({ counts, most = 1 }: CallFor): boolean {
    return counts === undefined || this.#counted.has(counts) || this.#counted.size < most;
  }

  add(step: ReadyStep, { counts }: CallFor): void {
    this.#steps.push(step);
    if (counts !== undefined) this.#counted.add(counts);
  }

  asOne(): StepGroup {
    return { call: this.#call, steps: this.#steps };
  }
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
  if (part === 'record') return { call: 'delete tickets', counts: String(key), most: MOST_ROWS };
  if (part === 'chat') return { call: `redact chat line ${which} of ticket ${key}` };
  const [chat = ''] = which.split('.');
  if (part === 'chatfile')
    return { call: `redact files of chat ${chat} of ticket ${key}`, counts: which, most: MOST_FILES };
  return { call: 'change tickets', counts: String(key), most: MOST_TICKETS };
}

function userCall({ key, part, which }: Place): string {
  if (part === 'record') return `delete user ${key}`;
  if (part === 'identity') return `delete identity ${which} of user ${key}`;
  return part === 'sessions' ? `end sessions of user ${key}` : `change user ${key}`;
}
