import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import type { Endpoint } from './http-port.ts';
import { allOf, pagesOf } from './pages.ts';
import type { Page } from './pages.ts';
import * as schemas from './schema.ts';

/** Reading calls, one function an endpoint: https://developers.ashbyhq.com/reference */

/** One candidate with all that is filed under nothing else. */
export async function candidateById(line: Line, candidate: string): Promise<schemas.Candidate> {
  const call = { what: 'read a candidate', endpoint: 'candidate.info', body: { id: candidate } } as const;
  return (await ask(line, call, z.object({ results: schemas.candidateSchema }))).results;
}

/** As many candidates as a search gives at most, with no word of whether there are more. */
export const SEARCH_CAP = 100;

/** Candidates by what Ashby looks for: at most a hundred. */
export async function searchedCandidates(
  line: Line,
  by: { readonly email: string } | { readonly name: string },
): Promise<readonly schemas.Entry[]> {
  const call = { what: 'search candidates', endpoint: 'candidate.search', body: by } as const;
  return (await ask(line, call, z.object({ results: z.array(schemas.entrySchema) }))).results;
}

/** All candidates, or those that changed since a token was given, a page at a time. */
export function listedCandidates(line: Line, syncToken?: string): AsyncGenerator<Page<schemas.Entry>> {
  const body = syncToken === undefined ? {} : { syncToken };
  return pagesOf(line, { what: 'list candidates', endpoint: 'candidate.list', body, row: schemas.entrySchema });
}

/** Notes on a candidate. */
export async function notesOn(line: Line, candidateId: string): Promise<readonly schemas.Note[]> {
  const listing = { what: 'list notes', endpoint: 'candidate.listNotes', body: { candidateId } } as const;
  return allOf(line, { ...listing, row: schemas.noteSchema });
}

/** Where a candidate's browser was. */
export async function clientInfoOf(line: Line, candidateId: string): Promise<readonly schemas.ClientInfo[]> {
  const listing = { what: 'list client info', endpoint: 'candidate.listClientInfo', body: { candidateId } } as const;
  return allOf(line, { ...listing, row: schemas.clientInfoSchema });
}

/** One application with what was entered when applying. */
export async function applicationById(line: Line, applicationId: string): Promise<schemas.Application> {
  const body = { applicationId, expand: ['applicationFormSubmissions'] };
  const call = { what: 'read an application', endpoint: 'application.info', body } as const;
  return (await ask(line, call, z.object({ results: schemas.applicationSchema }))).results;
}

/** Scorecards of an application. */
export async function feedbackOn(line: Line, applicationId: string): Promise<readonly schemas.Feedback[]> {
  const listing = { what: 'list feedback', endpoint: 'applicationFeedback.list', body: { applicationId } } as const;
  return allOf(line, { ...listing, row: schemas.feedbackSchema });
}

/** Interviews of an application. */
export async function schedulesOf(line: Line, applicationId: string): Promise<readonly schemas.Schedule[]> {
  const listing = { what: 'list interviews', endpoint: 'interviewSchedule.list', body: { applicationId } } as const;
  return allOf(line, { ...listing, row: schemas.scheduleSchema });
}

/** Offers made on an application. */
export async function offersOn(line: Line, applicationId: string): Promise<readonly schemas.Offer[]> {
  const listing = { what: 'list offers', endpoint: 'offer.list', body: { applicationId } } as const;
  return allOf(line, { ...listing, row: schemas.offerSchema });
}

/** The organization's own fields. */
export async function customFields(line: Line): Promise<readonly schemas.Field[]> {
  return allOf(line, { what: 'list custom fields', endpoint: 'customField.list', row: schemas.fieldSchema });
}

/** The first row of a list, to see whether the key may read it. */
export async function tried(line: Line, endpoint: Endpoint, what: string): Promise<void> {
  await ask(line, { what, endpoint, body: { limit: 1 } }, z.object({ success: z.literal(true) }));
}
