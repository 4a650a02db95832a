import { invalid, notFound, numbersIn, ok, Refused } from './answer.ts';
import type { Answered, Request, Route } from './answer.ts';
import { anonymize, effects } from './effects.ts';
import type { Greenhouse } from './greenhouse.ts';
import type { Application, Candidate } from './records.ts';
import { applicationV1, candidateV1 } from './shapes.ts';
import { renamed } from './v3-routes.ts';

/** Version 1: `Link` for pages, fields in the query string, and a user in a header for whatever changes something. */
export function v1Routes(greenhouse: Greenhouse): readonly Route[] {
  return [...candidateRoutes(greenhouse), ...applicationRoutes(greenhouse)];
}

function candidateRoutes(greenhouse: Greenhouse): readonly Route[] {
  const candidateAt = (id: number | undefined): Candidate => {
    const found = greenhouse.candidates.find(id ?? 0);
    if (found === undefined) throw notFound();
    return found;
  };
  return [
    {
      ...{ method: 'GET', path: /^\/v1\/candidates$/ },
      answer: (request) => {
        const wanted = request.query.get('email')?.toLowerCase();
        const ids = numbersIn(request.query, 'candidate_ids');
        const found = greenhouse.candidates.where(
          (one) =>
            (wanted === undefined || one.email_addresses.some(({ value }) => value.toLowerCase() === wanted)) &&
            (ids === undefined || ids.includes(one.id)),
        );
        return pageOf(
          request,
          found.map((one) => candidateV1(greenhouse, one)),
          greenhouse.behaviour.page,
        );
      },
    },
    {
      ...{ method: 'GET', path: /^\/v1\/candidates\/(\d+)$/ },
      answer: (_request, [id]) => ok(candidateV1(greenhouse, candidateAt(id))),
    },
    {
      ...{ method: 'GET', path: /^\/v1\/candidates\/(\d+)\/activity_feed$/ },
      answer: (_request, [id]) => ok(feedOf(greenhouse, candidateAt(id))),
    },
    {
      ...{ method: 'PUT', path: /^\/v1\/candidates\/(\d+)\/anonymize$/ },
      answer: (request, [id]) => {
        const candidate = candidateAt(id);
        onBehalf(request);
        const fields = (request.query.get('fields') ?? '').split(',').filter((one) => one !== '');
        if (fields.length === 0 || fields.some((field) => effects[field] === undefined))
          throw invalid('Must provide an array of fields to be anonymized');
        anonymize(greenhouse, candidate, fields);
        return ok(candidateV1(greenhouse, greenhouse.candidates.get(candidate.id)));
      },
    },
    {
      ...{ method: 'PATCH', path: /^\/v1\/candidates\/(\d+)$/ },
      answer: (request, [id]) => {
        onBehalf(request);
        return ok(candidateV1(greenhouse, renamed(greenhouse, candidateAt(id), request.body)));
      },
    },
  ];
}

function applicationRoutes(greenhouse: Greenhouse): readonly Route[] {
  const of = (id: number | undefined): Application => {
    const found = greenhouse.applications.find(id ?? 0);
    if (found === undefined) throw notFound();
    return found;
  };
  const filed = (name: string, rowsOf: (application: number) => readonly object[]): Route => ({
    ...{ method: 'GET', path: new RegExp(`^/v1/applications/(\\d+)/${name}$`) },
    answer: (_request, [id]) => ok(rowsOf(of(id).id)),
  });
  const { offers, scorecards, interviews, eeoc, demographics } = greenhouse;
  const probe = (name: string): Route => ({
    ...{ method: 'GET', path: new RegExp(`^/v1/${name}$`) },
    answer: (request) => pageOf(request, [], greenhouse.behaviour.page),
  });
  return [
    {
      ...{ method: 'GET', path: /^\/v1\/applications\/(\d+)$/ },
      answer: (_request, [id]) => ok(applicationV1(greenhouse, of(id))),
    },
    ...['applications', 'offers', 'scorecards', 'scheduled_interviews'].map(probe),
    filed('offers', (id) => offers.where((one) => one.application_id === id).map(offerV1)),
    filed('scorecards', (id) => scorecards.where((one) => one.application_id === id).map(scorecardV1)),
    filed('scheduled_interviews', (id) =>
      interviews
        .where((one) => one.application_id === id)
        .map((one) => ({ ...one, start: { date_time: one.starts_at } })),
    ),
    filed('demographics/answers', (id) => demographics.where((one) => one.application_id === id)),
    {
      ...{ method: 'GET', path: /^\/v1\/applications\/(\d+)\/eeoc$/ },
      answer: (_request, [id]) => {
        const [found] = eeoc.where((one) => one.application_id === of(id).id);
        if (found === undefined) throw notFound();
        return ok({ application_id: found.application_id, gender: { id: 1, description: found.gender }, race: null });
      },
    },
  ];
}

type Offer = ReturnType<Greenhouse['offers']['get']>;
type Scorecard = ReturnType<Greenhouse['scorecards']['get']>;

function offerV1({ id, application_id, version, status, starts_on, custom_fields }: Offer): object {
  const values = Object.entries(custom_fields).map(([key, { value }]): [string, unknown] => [key, value]);
  return { id, application_id, version, status, starts_at: starts_on, custom_fields: Object.fromEntries(values) };
}

function scorecardV1({ id, application_id, candidate_rating, submitter_id, notes, created_at }: Scorecard): object {
  const by = { submitted_by: { id: submitter_id }, submitted_at: created_at };
  const questions = [{ id: null, question: 'Key take-aways', answer: notes }];
  return { id, application_id, overall_recommendation: candidate_rating, ...by, questions, attributes: [] };
}

function onBehalf({ headers }: Request): void {
  if (!/^\d+$/.test(String(headers['on-behalf-of'] ?? '')))
    throw new Refused(403, 'On-Behalf-Of header must name a user who may do this');
}

function feedOf({ notes }: Greenhouse, { id }: Candidate): object {
  const of = (type: string): readonly object[] =>
    notes
      .where((one) => one.candidate_id === id && one.type === type)
      .map((one) => ({
        ...{ id: one.id, created_at: one.created_at, subject: one.subject, body: one.body },
        ...{ user: { id: one.user_id }, from: one.email_from, to: one.email_to, cc: one.email_cc },
      }));
  return { notes: of('NOTE'), emails: of('EMAIL'), activities: of('ACTIVITY') };
}

function pageOf({ query, address, path }: Request, found: readonly object[], most: number): Answered {
  const size = Math.min(Number(query.get('per_page') ?? 100), most);
  const page = Number(query.get('page') ?? 1);
  const rows = found.slice((page - 1) * size, page * size);
  if (page * size >= found.length) return ok(rows);
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return ok(rows, { Link: `<${address}${path}?${next.toString()}>; rel="next",<${address}${path}>; rel="first"` });
}
