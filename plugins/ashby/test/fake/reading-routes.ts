import { isObject, notFound, only, textIn } from './answer.ts';
import type { Ashby } from './ashby.ts';
import { pageOf, syncedPage } from './paging.ts';
import type { Candidate } from './records.ts';
import type { Route } from './route.ts';
import * as shapes from './shapes.ts';

const SEARCH_CAP = 100;
const paging = ['cursor', 'limit', 'syncToken', 'createdAfter'];

/** The candidate a body names. */
export function candidateIn(ashby: Ashby, body: unknown, key = 'candidateId'): Candidate {
  const candidate = ashby.candidates.find(textIn(body, key));
  if (candidate === undefined) throw notFound('candidate');
  return candidate;
}

/** Calls that only read. */
export function readingRoutes(ashby: Ashby): readonly Route[] {
  const reading = (endpoint: string, answer: Route['answer']): Route => ({ endpoint, isWrite: false, answer });
  const shown = (candidate: Candidate): object => shapes.candidateShape(ashby, candidate);
  return [
    reading('candidate.info', (body) => ({ results: shown(candidateIn(ashby, only(body, ['id']), 'id')) })),
    reading('candidate.list', (body) =>
      syncedPage(ashby, only(body, paging), { rows: ashby.candidates.all(), shape: shown }),
    ),
    reading('candidate.search', (body) => ({ results: searched(ashby, body).slice(0, SEARCH_CAP).map(shown) })),
    reading('candidate.listNotes', (body) => {
      const { id } = candidateIn(ashby, only(body, ['candidateId', ...paging]));
      return pageOf(body, { rows: ashby.notes.where((one) => one.candidate === id), shape: shapes.noteShape });
    }),
    reading('candidate.listClientInfo', (body) => {
      const { id } = candidateIn(ashby, only(body, ['candidateId', ...paging]));
      return pageOf(body, { rows: ashby.clients.where((one) => one.candidate === id), shape: shapes.clientShape });
    }),
    reading('file.info', (body) => ({ results: { url: `https://files.ashby.test/${textIn(body, 'fileHandle')}` } })),
    reading('archiveReason.list', () => ({ results: [shapes.archiveReason] })),
    reading('customField.list', (body) => pageOf(body, { rows: ashby.fields.all(), shape: shapes.fieldShape })),
    ...applicationRoutes(ashby, reading),
  ];
}

function applicationRoutes(
  ashby: Ashby,
  reading: (endpoint: string, answer: Route['answer']) => Route,
): readonly Route[] {
  const within = (body: unknown, keys: readonly string[] = []) => {
    const id = isObject(only(body, ['applicationId', ...keys, ...paging])) ? idIn(body) : undefined;
    if (id !== undefined && ashby.applications.find(id) === undefined) throw notFound('application');
    return ({ application }: { readonly application: string }): boolean => id === undefined || application === id;
  };
  return [
    reading('application.list', (body) =>
      syncedPage(ashby, only(body, ['status', 'jobId', 'expand', ...paging]), {
        rows: ashby.applications.all(),
        shape: (row) => shapes.applicationShape(ashby, row, []),
      }),
    ),
    reading('application.info', (body) => {
      const { expand } = only(body, ['applicationId', 'expand']);
      const application = ashby.applications.find(textIn(body, 'applicationId'));
      if (application === undefined) throw notFound('application');
      return { results: shapes.applicationShape(ashby, application, Array.isArray(expand) ? expand : []) };
    }),
    reading('applicationFeedback.list', (body) =>
      pageOf(body, { rows: ashby.feedback.where(within(body)), shape: shapes.feedbackShape }),
    ),
    reading('interviewSchedule.list', (body) =>
      pageOf(body, { rows: ashby.schedules.where(within(body)), shape: shapes.scheduleShape }),
    ),
    reading('offer.list', (body) => pageOf(body, { rows: ashby.offers.where(within(body)), shape: shapes.offerShape })),
  ];
}

function idIn(body: unknown): string | undefined {
  return isObject(body) && 'applicationId' in body ? textIn(body, 'applicationId') : undefined;
}

/** Both filters at once, where both are given; neither finds everybody. */
function searched(ashby: Ashby, body: unknown): readonly Candidate[] {
  const given = only(body, ['email', 'name']);
  const email = 'email' in given ? textIn(given, 'email').toLowerCase() : undefined;
  const name = 'name' in given ? textIn(given, 'name').toLowerCase() : undefined;
  return ashby.candidates.where(
    (one) =>
      (email === undefined || one.emailAddresses.some(({ value }) => value.toLowerCase() === email)) &&
      (name === undefined || one.name.toLowerCase().includes(name)),
  );
}
