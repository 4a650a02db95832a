import { chosenBy, choiceSchema, dueNow, personKinds } from '@lethe/core';
import type { Choice, Host, LeftOut, Person } from '@lethe/core';
import { requireRight } from '../flow/require-right.ts';
import { dueText } from '../output/due-text.ts';
import type { DueList, DuePerson } from '../output/due-text.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';

/** Options of `lethe due`, as typed. */
export interface DueOptions {
  readonly host?: string;
  readonly kinds: string;
  readonly olderThan: string;
}

/** `lethe due`: whose time has come, of everybody the host lists. Changes nothing; each is reviewed by itself afterwards. */
export function due(options: DueOptions): Work {
  return async (session) => {
    requireRight(session, 'preview');
    requireRight(session, 'bulk');
    const choice = choiceFrom(options);
    const { name, host } = await session.host(options.host);
    const { everybody } = host.profile;
    if (everybody.can === 'nothing') throw new Stop('host', everybody.because, everybody.instead);
    const list = await dueList(host, choice, session.clock.now());
    session.output.result(() => dueText(list, name), { host: name, ...choice, ...list });
    return 'ok';
  };
}

function choiceFrom({ kinds, olderThan }: DueOptions): Choice {
  const days = olderThan === 'all' ? 'all' : /^\d{1,5}$/.test(olderThan) ? Number(olderThan) : Number.NaN;
  const parsed = choiceSchema.safeParse({ kinds: kinds.split(',').map((kind) => kind.trim()), olderThan: days });
  if (parsed.success) return parsed.data;
  const isKind = parsed.error.issues.some(({ path }) => path[0] === 'kinds');
  throw isKind
    ? new Stop('usage', `--kinds takes one or more of ${personKinds.join(', ')}, parted by commas.`)
    : new Stop('usage', '--older-than takes a number of days, 1 or more, or the word all.');
}

async function dueList(host: Host, choice: Choice, now: Date): Promise<DueList> {
  const found: DuePerson[] = [];
  const leftOut = new Map<LeftOut, number>();
  for await (const person of host.findPeople({ by: 'everybody' })) {
    const chosen = chosenBy(choice, person, now);
    if (chosen === undefined) continue;
    if (chosen === 'chosen') found.push(wholePerson(person));
    else {
      const cases = casesOf(person, now);
      found.push(...cases);
      if (cases.length === 0) leftOut.set(chosen, (leftOut.get(chosen) ?? 0) + 1);
    }
  }
  return { due: found, leftOut: Object.fromEntries(leftOut) };
}

function wholePerson({ id, kind, lastActivity }: Person): DuePerson {
  return { id, kind, because: 'chosen', since: dayOf(lastActivity), only: null };
}

/** Somebody who is left out as a whole may still have a case whose consent ran out. */
function casesOf(person: Person, now: Date): readonly DuePerson[] {
  const { id, kind } = person;
  return dueNow(person, {}, now).map(({ because, since, only = null }) => ({
    id,
    kind,
    because,
    since: dayOf(since),
    only,
  }));
}

function dayOf(time: Date | undefined): string | null {
  return time?.toISOString().slice(0, 10) ?? null;
}
