import type { Spot } from '@lethe/core';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { applicationSpots } from './application-spots.ts';
import { candidateSpots } from './candidate-spots.ts';
import type { Directory } from './directory.ts';
import { dossierOf, sheetOf } from './dossier.ts';
import type { Known } from './known.ts';
import type { AshbyOptions } from './options.ts';
import type { Remembered } from './remembered.ts';
import type { ApplicationView, CandidateView } from './views.ts';

/** How many candidates or applications may be looked at at once. */
export const AT_ONCE = 3;

/** What a host reads with. */
export interface Source {
  readonly line: Line;
  readonly options: AshbyOptions;
  readonly known: Known;
  readonly directory: Directory;
  readonly remembered: Remembered;
}

/** A candidate with notes and client info; nothing if there is none. */
export async function candidateView(source: Source, id: string): Promise<CandidateView | undefined> {
  const { line, options, known, remembered } = source;
  const candidate = await ifThere(api.candidateById(line, id));
  if (candidate === undefined) return undefined;
  remembered.take(candidate);
  const [notes, clients, sortOf] = await Promise.all([
    api.notesOn(line, id),
    api.clientInfoOf(line, id),
    known.fields(),
  ]);
  return { options, sortOf, candidate, notes, clients, sheet: sheetOf(candidate, notes) };
}

/** An application with scorecards and offers, and with interviews where `whether` asks for them; nothing if there is none. */
export async function applicationView(
  { line, options, known }: Source,
  id: string,
  whether: 'and-interviews' | 'no-interviews' = 'no-interviews',
): Promise<ApplicationView | undefined> {
  const application = await ifThere(api.applicationById(line, id));
  if (application === undefined) return undefined;
  const [feedback, offers, schedules, sortOf] = await Promise.all([
    api.feedbackOn(line, id),
    api.offersOn(line, id),
    whether === 'and-interviews' ? api.schedulesOf(line, id) : [],
    known.fields(),
  ]);
  const dossier = dossierOf(application, { feedback, offers, schedules, now: line.clock.now() });
  return { options, sortOf, application, feedback, offers, dossier };
}

/** Every spot of what was read. */
export function spotsIn(view: CandidateView | ApplicationView): readonly Spot[] {
  return 'candidate' in view ? candidateSpots(view) : applicationSpots(view);
}
