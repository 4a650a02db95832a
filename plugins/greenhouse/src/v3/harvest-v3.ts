import { ifAllowed, tell } from '../ask.ts';
import type { Line } from '../ask.ts';
import type { Harvest } from '../harvest.ts';
import { feedKinds } from '../record.ts';
import type { Application, Candidate, CandidateRecord, Filed, Part } from '../record.ts';
import { missingRight } from '../preflight.ts';
import { anonymizeBody } from './anonymize-body.ts';
import { lists, pagesOf, rowsOf } from './lists.ts';
import type { List } from './lists.ts';
import { applicationRow, candidateRow } from './schema.ts';

/** Harvest version 3 over a port that signs in by itself. */
export function harvestV3(line: Line): Harvest {
  const tellCandidate = async (what: string, path: string, body: unknown): Promise<void> =>
    tell(line, { what, method: 'PATCH', path: `/v3/candidates/${path}`, body });
  return {
    version: 'v3',
    showsInFeed: new Set(feedKinds),
    removesAttachments: true,
    candidates: (email) => candidatesBy(line, email === undefined ? {} : { email }),
    candidate: (id) => oneCandidate(line, id),
    application: (id) => oneApplication(line, id),
    record: (id, parts) => recordOf(line, id, parts),
    anonymize: (id, fields) => tellCandidate('anonymize a candidate', `${id}/anonymize`, anonymizeBody(fields)),
    rename: (id, { name, preferredName }) =>
      tellCandidate('rename a candidate', id, {
        ...(name === undefined ? {} : { first_name: name.first, last_name: name.last }),
        ...(preferredName === undefined ? {} : { preferred_name: preferredName }),
      }),
    removeAttachment: (id) =>
      tell(line, { what: 'delete an attachment', method: 'DELETE', path: `/v3/attachments/${id}` }),
    preflight: () => missingRight(line, 'v3'),
  };
}

function candidatesBy(line: Line, query: Readonly<Record<string, string>>): AsyncGenerator<readonly Candidate[]> {
  return pagesOf(line, { what: 'list candidates', path: '/v3/candidates', query, row: candidateRow });
}

/** Version 3 shows one as a list of one. A lone other candidate is the one it was merged into. */
async function oneCandidate(line: Line, id: string): Promise<Candidate | undefined> {
  for await (const page of candidatesBy(line, { ids: id })) {
    const found = page.find((one) => one.id === id);
    if (found !== undefined || page.length === 1) return found ?? page[0];
    break;
  }
  return undefined;
}

async function oneApplication(line: Line, id: string): Promise<Application | undefined> {
  const wanted = { what: 'read an application', path: '/v3/applications', query: { ids: id }, row: applicationRow };
  for await (const page of pagesOf(line, wanted)) return page.find((one) => one.id === id);
  return undefined;
}

async function recordOf(line: Line, id: string, parts: ReadonlySet<Part>): Promise<CandidateRecord> {
  const byApplication = [...parts].some((part) => part !== 'candidate' && lists[part].by === 'application_ids');
  const [candidate, applications] = await Promise.all([
    parts.has('candidate') ? oneCandidate(line, id) : undefined,
    byApplication || parts.has('applications') ? ofCandidate(line, lists.applications, id) : [],
  ]);
  const read = reader(line, { candidate: id, applications: applications.map((one) => one.id), parts });
  const isProspect = applications.some((one) => one.prospect);
  const [feed, attachments, educations, employments, offers] = await Promise.all([
    read.own('feed', lists.feed),
    read.filed('attachments', lists.attachments),
    read.own('educations', lists.educations),
    read.own('employments', lists.employments),
    read.filed('offers', lists.offers),
  ]);
  const [scorecards, interviews, rejections, prospects, eeoc, demographics] = await Promise.all([
    read.filed('scorecards', lists.scorecards),
    read.filed('interviews', lists.interviews),
    read.filed('rejections', lists.rejections),
    isProspect ? read.filed('prospects', lists.prospects) : [],
    ifAllowed(read.filed('eeoc', lists.eeoc)),
    ifAllowed(read.filed('demographics', lists.demographics)),
  ]);
  return {
    ...{ candidate: candidate?.id === id ? candidate : undefined, applications, feed, attachments },
    ...{ educations: educations.map(({ text }) => text), employments: employments.map(({ text }) => text) },
    ...{ offers, scorecards, interviews, rejections, prospects, eeoc, demographics },
  };
}

interface Reading {
  readonly candidate: string;
  readonly applications: readonly string[];
  readonly parts: ReadonlySet<Part>;
}

interface Reader {
  own<T extends { readonly candidate: string }>(part: Part, list: List<T>): Promise<readonly T[]>;
  filed<T extends Filed>(part: Part, list: List<T>): Promise<readonly T[]>;
}

/** Reads what was asked for. Greenhouse is not trusted to have understood a filter: others' rows are dropped. */
function reader(line: Line, { candidate, applications, parts }: Reading): Reader {
  return {
    own: async (part, list) => (parts.has(part) ? ofCandidate(line, list, candidate) : []),
    filed: async (part, list) => {
      if (!parts.has(part)) return [];
      return (await rowsOf(line, list, applications)).filter((row) => applications.includes(row.application));
    },
  };
}

async function ofCandidate<T extends { readonly candidate: string }>(
  line: Line,
  list: List<T>,
  candidate: string,
): Promise<readonly T[]> {
  return (await rowsOf(line, list, [candidate])).filter((row) => row.candidate === candidate);
}
