import { identifiersFrom } from '@lethe/core';
import type { RunRecord, SpotId } from '@lethe/core';
import { checkAgain } from '@lethe/review';
import { placeOf } from '../../place.ts';
import { actorOf } from '../permission/rights.ts';
import { personIdOf } from '../../ids.ts';
import { forgeDesk } from '../desk/forge-desk.ts';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { placeOfLabel } from '../review/sheet-shown.ts';
import { dueLook, looksNotes } from './later-looks.ts';
import type { After, LooksNote } from './later-looks.ts';

type Seen = NonNullable<LooksNote['looks'][number]['seen']>;

/** Makes the look at a finished run that is due, if one is, and writes down what was seen. */
export async function lookAgain(office: Office, id: string): Promise<void> {
  const note = await looksNotes.get(id);
  const run = await office.keeping.store.run(id);
  const which = note && dueLook(note, office.outside.clock.now());
  if (note === undefined || run === undefined || which === undefined) return;
  const seen = await seenOf(office, run);
  const at = momentIn(office);
  await looksNotes.put(id, { ...note, looks: lookedAt(note, which, { at, seen }) });
}

/** An earlier look that was never made is taken off the list: it would say what this one says. */
function lookedAt(
  { looks }: LooksNote,
  which: After,
  made: { readonly at: string; readonly seen: Seen },
): LooksNote['looks'] {
  const place = looks.findIndex(({ after }) => after === which);
  return looks.flatMap((look, index) => {
    if (index === place) return [{ ...look, ...made }];
    return index < place && look.seen === undefined ? [] : [look];
  });
}

/** Nobody knows by now which account it was: what is asked is what stands on issues. */
async function seenOf(office: Office, run: RunRecord): Promise<Seen> {
  const nobody = personIdOf('nobody');
  const desk = forgeDesk({
    ...office,
    mode: office.settings.account,
    actor: async () => actorOf(nobody, { mayAnonymize: false, mayConfigure: false }),
    askedBy: undefined,
  });
  const { plan } = run.plan;
  const steps = plan.steps.filter(({ spot }) => isOnIssue(spot));
  const onIssues: RunRecord = { ...run, plan: { ...run.plan, plan: { ...plan, steps } } };
  const checked = await checkAgain(desk, { run: onIssues, who: identifiersFrom({}) });
  return {
    counts: checked.counts,
    notClean: checked.notClean.map(placeOfLabel),
    unchecked: checked.unchecked + plan.steps.length - steps.length,
  };
}

function isOnIssue(spot: SpotId): boolean {
  const place = placeOf(spot);
  return place !== undefined && 'issue' in place && !('person' in place);
}
