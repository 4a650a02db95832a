import { phraseFor } from '@lethe/core';
import type { PlanRecord } from '@lethe/core';
import { sheetOf } from '@lethe/review';
import type { Inquiry } from '@lethe/storage';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { documentKinds } from '../work/documents.ts';
import { reviewLooking } from '../work/inquiring.ts';
import { requireSeen } from '../work/seen.ts';
import { inquirySchema, shownInquiry } from './inquiry-shape.ts';
import {
  acknowledged,
  API,
  byId,
  dossierId,
  hostName,
  id,
  moment,
  none,
  operatorId,
  personId,
  typed,
} from './shapes.ts';
import { sheetSchema } from './sheet-shape.ts';
import type { Work } from './work.ts';

const tags = ['reviews'];
const preview = { needs: 'preview' } as const;

const askedSchema = z.strictObject({
  host: hostName,
  person: personId,
  also: z.array(typed).max(50).readonly().default([]).describe('Further identifiers that the host does not file.'),
  acknowledged: acknowledged.default([]),
  only: dossierId.optional().describe('Only what is filed under this dossier.'),
});

const planSchema = z
  .strictObject({
    id,
    host: hostName,
    person: z.string(),
    personKind: z.string(),
    digest: z.string(),
    rules: z.strictObject({ name: z.string(), digest: z.string() }),
    reviewedBy: operatorId,
    reviewedAt: moment,
    steps: z.int(),
    phrase: z.string().describe('What is typed to confirm it.'),
    sheet: sheetSchema,
  })
  .meta({ id: 'Plan' });

/** Reviews, which are carried out in the background, and the plans they lead to. */
export function reviewRoutes(app: App, work: Work): void {
  beginRoute(app, work);
  readRoutes(app, work);
  planRoute(app, work);
}

function beginRoute(app: App, { desks, inquiring }: Work): void {
  const schema = {
    ...{ summary: 'Review a person: nothing is changed', tags, body: askedSchema },
    response: { 202: z.strictObject({ id }) },
  };
  app.post(`${API}/reviews`, { config: preview, schema }, async (request, reply) => {
    const operator = signedIn(request.operator);
    const { host, person, also, acknowledged: known, only } = request.body;
    const looking = await reviewLooking(desks, operator, { host, person, also, acknowledged: known, only });
    const begun = await inquiring.begin({ kind: 'review', host, person, by: operator.id }, looking);
    return reply.code(202).send({ id: begun });
  });
}

function readRoutes(app: App, work: Work): void {
  const { inquiries } = work.ground.store.api;
  const one = { summary: 'Where a review is', tags, params: byId, response: { 200: inquirySchema } };
  app.get(`${API}/reviews/:id`, { config: preview, schema: one }, async (request) => {
    const operator = signedIn(request.operator);
    return shownInquiry(await ownInquiry(work, { id: request.params.id, kind: 'review', by: operator.id }));
  });
  const list = {
    ...{ summary: 'Your newest reviews', tags },
    response: { 200: z.strictObject({ reviews: z.array(inquirySchema).readonly() }) },
  };
  app.get(`${API}/reviews`, { config: preview, schema: list }, async (request) => {
    const mine = await inquiries.newest(signedIn(request.operator).id, 50);
    return { reviews: mine.filter(({ kind }) => kind === 'review').map(shownInquiry) };
  });
  const end = { summary: 'Give a review up', tags, params: byId, response: none };
  app.delete(`${API}/reviews/:id`, { config: preview, schema: end }, async (request, reply) => {
    const operator = signedIn(request.operator);
    const { id: known } = await ownInquiry(work, { id: request.params.id, kind: 'review', by: operator.id });
    work.inquiring.giveUp(known);
    return reply.code(204).send();
  });
}

/** An inquiry is its asker's alone: it says what stands in the way of a person before anybody has decided anything. */
export async function ownInquiry(
  { ground }: Work,
  { id: wanted, kind, by }: Pick<Inquiry, 'id' | 'kind'> & { readonly by: string },
): Promise<Inquiry> {
  const inquiry = await ground.store.api.inquiries.find(wanted);
  if (inquiry?.askedBy !== by || inquiry.kind !== kind) throw new Refusal('not-found');
  return inquiry;
}

function planRoute(app: App, { ground, desks }: Work): void {
  const schema = { summary: 'A reviewed plan as it is confirmed', tags, params: byId, response: { 200: planSchema } };
  app.get(`${API}/plans/:id`, { config: preview, schema }, async (request) => {
    const record = await ground.store.plan(request.params.id);
    if (record === undefined) throw new Refusal('not-found');
    await requireSeen(desks, signedIn(request.operator), [record.reviewedBy]);
    const rules = (await desks.documents.current(documentKinds.rules)).document;
    return shownPlan(record, rules.confirmation);
  });
}

function shownPlan(record: PlanRecord, word: string): z.infer<typeof planSchema> {
  const { plan, reviewedAt, id: plan_, host, person, personKind, reviewedBy } = record;
  const { digest, rules, steps } = plan;
  return {
    ...{ id: plan_, host, person, personKind, digest, rules, reviewedBy },
    reviewedAt: reviewedAt.toISOString(),
    steps: steps.length,
    phrase: phraseFor(plan, word),
    sheet: sheetOf(plan),
  };
}
