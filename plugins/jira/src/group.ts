import type { ReadyStep, StepGroup } from '@lethe/core';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** Issues that Jira changes in one call. */
export const MOST_ISSUES = 1000;
/** Calls made side by side before anybody may stop the run: comments, files and work logs are changed one by one. */
const MOST_SINGLES = 50;

/** Steps that go together: an account, many issues, comments of many issues. Each group stands where its first step stood. */
export function groupSteps(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const groups: Group[] = [];
  const open = new Map<string, Group>();
  for (const step of steps) {
    const place = placeOf(step.spot);
    const how = place === undefined ? { call: 'nothing' } : callFor(place);
    const name = `${how.call} ${how.of ?? ''}`;
    const known = open.get(name);
    const group = known?.takes(how) === true ? known : new Group(how.call);
    if (group !== known) groups.push(group);
    open.set(name, group);
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

/** Which calls carry a step out, in fixed words; whose they are; what the group counts, and how many of that it takes. */
interface CallFor {
  readonly call: string;
  readonly of?: string;
  readonly counts?: string;
  readonly most?: number;
}

function callFor(place: Place): CallFor {
  switch (place.is) {
    case 'comment':
      return { call: 'change comments', counts: place.number, most: MOST_SINGLES };
    case 'worklog':
      return { call: 'change work logs', counts: place.number, most: MOST_SINGLES };
    case 'attachment':
      return { call: 'delete attachments', counts: place.number, most: MOST_SINGLES };
    case 'watch':
      return { call: 'take watchers off issues', counts: place.issue, most: MOST_SINGLES };
    case 'participants':
      return { call: 'take participants off requests', counts: place.issue, most: MOST_ISSUES };
    case 'history':
      return { call: 'look what was redacted', counts: place.issue, most: MOST_ISSUES };
    case 'access':
      return { call: 'close the access of a customer', of: place.person };
    case 'name':
    case 'email':
    case 'photo':
    case 'detail':
      return { call: 'change a customer', of: place.person };
    default:
      return { call: 'change issues', counts: place.issue, most: MOST_ISSUES };
  }
}
