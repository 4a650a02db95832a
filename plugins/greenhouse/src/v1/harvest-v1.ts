import { HostError } from '@lethe/core';
import pMap from 'p-map';
import { z } from 'zod';
import { ask, askPage, ifAllowed, ifThere, tell } from '../ask.ts';
import type { Line } from '../ask.ts';
import type { Harvest } from '../harvest.ts';
import type { Candidate, CandidateRecord, Filed, Part, SelfReport } from '../record.ts';
import { missingRight } from '../preflight.ts';
import { attachmentsIn, candidateIn, prospectIn, rejectionIn } from './in-record.ts';
import * as rows from './schema.ts';
import type { CandidateRow } from './schema.ts';

const AT_ONCE = 4;
const PAGE = '500';

/** Harvest version 1, which Greenhouse has announced the end of, over a port that signs in by itself. */
export function harvestV1(line: Line): Harvest {
  return {
    version: 'v1',
    showsInFeed: new Set(['notes', 'emails', 'activity_items']),
    removesAttachments: false,
    candidates: (email) => candidatesBy(line, email === undefined ? {} : { email }),
    candidate: async (id) => ifThere(oneCandidate(line, id).then(candidateIn)),
    application: async (id) => {
      const call = { what: 'read an application', method: 'GET', path: `/v1/applications/${id}` } as const;
      const row = await ifThere(ask(line, call, rows.applicationRow));
      return row === undefined ? undefined : rows.applicationIn(row);
    },
    record: (id, parts) => recordOf(line, id, parts),
    // Only the query string counts: fields in a body are ignored, and the call then answers that it lacks them.
    anonymize: (id, fields) =>
      tell(line, {
        ...{ what: 'anonymize a candidate', method: 'PUT', path: `/v1/candidates/${id}/anonymize` },
        query: { fields: fields.join(',') },
      }),
    rename: async (id, { name }) => {
      if (name === undefined) return;
      const body = { first_name: name.first, last_name: name.last };
      await tell(line, { what: 'rename a candidate', method: 'PATCH', path: `/v1/candidates/${id}`, body });
    },
    removeAttachment: () =>
      Promise.reject(new HostError('rejected', 'Version 1 of Harvest deletes no single attachment: make a new plan.')),
    preflight: () => missingRight(line, 'v1'),
  };
}

async function* candidatesBy(
  line: Line,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<readonly Candidate[]> {
  const what = 'list candidates';
  let next: { path: string; query: Readonly<Record<string, string>> } | undefined = {
    ...{ path: '/v1/candidates', query: { ...query, per_page: PAGE } },
  };
  while (next !== undefined) {
    const page: Awaited<ReturnType<typeof askPage<CandidateRow>>> = await askPage(
      line,
      { what, method: 'GET', ...next },
      rows.candidateRow,
    );
    yield page.rows.map(candidateIn);
    next = page.next;
  }
}

async function oneCandidate(line: Line, id: string): Promise<CandidateRow> {
  return ask(line, { what: 'read a candidate', method: 'GET', path: `/v1/candidates/${id}` }, rows.candidateRow);
}

async function recordOf(line: Line, id: string, parts: ReadonlySet<Part>): Promise<CandidateRecord> {
  const row = await ifThere(oneCandidate(line, id));
  if (row === undefined || row.id !== id) return nothing;
  const applications = row.applications ?? [];
  const filed = async <T>(part: Part, list: FiledList<T>): Promise<readonly T[]> =>
    parts.has(part) ? rowsOf(line, list, applications) : [];
  const feed = parts.has('feed') ? await feedOf(line, id) : [];
  const [offers, scorecards, interviews, eeoc, demographics] = await Promise.all([
    filed('offers', { what: 'list offers', path: 'offers', row: rows.offerRow }),
    filed('scorecards', { what: 'list scorecards', path: 'scorecards', row: rows.scorecardRow }),
    filed('interviews', { what: 'list interviews', path: 'scheduled_interviews', row: rows.interviewRow }),
    ifAllowed(parts.has('eeoc') ? eeocOf(line, applications) : none()),
    ifAllowed(filed('demographics', { ...demographicAnswers, row: rows.demographicRow })),
  ]);
  return {
    ...{ candidate: candidateIn(row), applications: applications.map((one) => rows.applicationIn(one, row)), feed },
    ...{ attachments: attachmentsIn(row), educations: row.educations ?? [], employments: row.employments ?? [] },
    ...{ offers, scorecards, interviews, eeoc, demographics },
    ...{ rejections: applications.flatMap(rejectionIn), prospects: applications.flatMap(prospectIn) },
  };
}

const demographicAnswers = { what: 'list demographic answers', path: 'demographics/answers' } as const;

const nothing: CandidateRecord = {
  ...{ candidate: undefined, applications: [], feed: [], attachments: [], educations: [], employments: [] },
  ...{ offers: [], scorecards: [], interviews: [], rejections: [], prospects: [], eeoc: [], demographics: [] },
};

async function none(): Promise<readonly SelfReport[]> {
  return Promise.resolve([]);
}

async function feedOf(line: Line, id: string): Promise<CandidateRecord['feed']> {
  const call = { what: 'read an activity feed', method: 'GET', path: `/v1/candidates/${id}/activity_feed` } as const;
  return ask(line, call, rows.feedRow);
}

interface FiledList<T> {
  readonly what: string;
  readonly path: string;
  readonly row: z.ZodType<T>;
}

async function rowsOf<T>(
  line: Line,
  list: FiledList<T>,
  applications: readonly { id: string }[],
): Promise<readonly T[]> {
  const { what, path, row } = list;
  const found = await pMap(
    applications,
    ({ id }) => ask(line, { what, method: 'GET', path: `/v1/applications/${id}/${path}` }, z.array(row)),
    { concurrency: AT_ONCE },
  );
  return found.flat();
}

/** One answer an application at most; 404 where nobody gave any. */
async function eeocOf(line: Line, applications: readonly Pick<Filed, 'id'>[]): Promise<readonly SelfReport[]> {
  const what = 'read EEOC answers';
  const found = await pMap(
    applications,
    ({ id }) => ifThere(ask(line, { what, method: 'GET', path: `/v1/applications/${id}/eeoc` }, rows.eeocRow)),
    { concurrency: AT_ONCE },
  );
  return found.flatMap((one) => (one === undefined ? [] : [one]));
}
