import type { components } from '../api/schema.ts';

/** A request for a run, as the server answers it. */
export type Approval = components['schemas']['Approval'];

/** Requests by what they wait for: a second person, their time, or nothing any more. */
export interface Waiting {
  readonly second: readonly Approval[];
  readonly time: readonly Approval[];
  readonly past: readonly Approval[];
}

/** Sorts requests by what they wait for. What waits for a time comes in the order in which it begins. */
export function waitingIn(approvals: readonly Approval[]): Waiting {
  const second = approvals.filter(({ state }) => state === 'open');
  const time = approvals.filter((one) => one.state !== 'open' && waitsForTime(one));
  const known = new Set([...second, ...time]);
  return {
    second,
    time: [...time].sort((one, other) => begins(one) - begins(other)),
    past: approvals.filter((one) => !known.has(one)),
  };
}

function waitsForTime({ waits }: Approval): boolean {
  return waits !== undefined && waits.for !== 'second-person';
}

function begins({ waits, notBefore }: Approval): number {
  return Date.parse(waits?.until ?? notBefore ?? '') || 0;
}

/** What somebody may do about a request: never approve their own. */
export function decisionsFor(
  { askedBy, state, waits }: Approval,
  { me, may }: { readonly me: string; readonly may: (right: 'approve' | 'run') => boolean },
): readonly Decision[] {
  const mine = askedBy === me;
  if (state === 'open') {
    if (mine) return may('run') ? ['withdraw'] : [];
    return may('approve') ? ['approve', 'decline'] : [];
  }
  return waits !== undefined && (mine || may('run') || may('approve')) ? ['cancel'] : [];
}

/** What is done about a request. */
export type Decision = 'approve' | 'decline' | 'withdraw' | 'cancel';
