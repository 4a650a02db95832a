import { identifiersFrom, phraseFor } from '@lethe/core';
import type { Host, Person, PersonId } from '@lethe/core';
import { obstaclesTo, reviewPerson } from '@lethe/review';
import type { Desk, Reviewed } from '@lethe/review';
import { carryOut } from '../flow/carry-out.ts';
import { deskOf } from '../flow/desk.ts';
import { requireRight } from '../flow/require-right.ts';
import { planText } from '../output/plan-text.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { confirmed, exitOfRuns } from './anonymize.ts';
import type { Work } from './command.ts';
import { showRuns } from './report.ts';

/** `lethe try`: the whole way on the sandbox, in one go: somebody who wrote a lot is chosen, reviewed, anonymized and proven. */
export function tryIt(): Work {
  return async (session) => {
    requireRight(session, 'run');
    const named = await session.host(undefined);
    const desk = await deskOf(session, named);
    const person = await talkative(session, desk);
    const reviewed = await reviewPerson(desk, person, { acknowledged: [], also: identifiersFrom({}) });
    const record = recordOf(reviewed);
    session.output.note(
      `$ lethe plan --id ${person.id}\n\n${planText(record.plan, named.host.profile, session.rules.confirmation)}\n`,
    );
    session.output.note(
      `$ lethe anonymize --id ${person.id} --confirm '${phraseFor(record.plan, session.rules.confirmation)}'\n`,
    );
    const owned = await desk.store.begin(record.id, await confirmed(desk, record, []));
    const run = await carryOut(session, { desk, owned, acceptRefused: false, waitMinutes: 0 });
    await showRuns(session, [run]);
    session.output.note(
      `\nNext: npx lethe find …, npx lethe plan …, npx lethe verify ${run.id}, npx lethe ledger verify. npx lethe --help lists everything.`,
    );
    return exitOfRuns(session, [run]);
  };
}

function recordOf(reviewed: Reviewed): Extract<Reviewed, { readonly obstacles: readonly [] }>['record'] {
  if ('record' in reviewed) return reviewed.record;
  throw new Stop('obstacle', 'Nobody in the sandbox can be anonymized any more.', 'Delete its folder to begin anew.');
}

/** Of all who may be anonymized now, the one who wrote most. Throws `Stop` if nobody may. */
async function talkative(session: Session, desk: Desk): Promise<Person> {
  if (session.settings.hosts.get(desk.name)?.invented !== true)
    throw new Stop('usage', 'lethe try is for the sandbox alone.', 'Leave --config out.');
  const { people, written } = await authorsOf(desk.host);
  const most = [...people].sort((one, other) => (written.get(other.id) ?? 0) - (written.get(one.id) ?? 0));
  for (const person of most) {
    const obstacles = await obstaclesTo(desk, person, { phase: 'review', acknowledged: [] });
    if (obstacles.length === 0) return person;
  }
  throw new Stop('obstacle', 'Nobody in the sandbox can be anonymized any more.', 'Delete its folder to begin anew.');
}

async function authorsOf(
  host: Host,
): Promise<{ readonly people: readonly Person[]; readonly written: ReadonlyMap<PersonId, number> }> {
  const people = new Map<PersonId, Person>();
  const written = new Map<PersonId, number>();
  for await (const { kind, of } of host.spots([{ by: 'everything' }])) {
    if (of.type === 'person') people.set(of.id, of);
    else if (of.type === 'message' && kind === 'message.body' && of.author !== 'system' && of.author !== 'unknown')
      written.set(of.author, (written.get(of.author) ?? 0) + 1);
  }
  return { people: [...people.values()].filter((person) => person.kind === 'end-user'), written };
}
