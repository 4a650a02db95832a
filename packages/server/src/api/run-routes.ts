import { reportMarkdown, reportSchema } from '@lethe/core';
import { reportOn } from '@lethe/review';
import type { RunRow } from '@lethe/storage';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { checkLooking } from '../work/checking.ts';
import { reportCsv } from '../work/csv.ts';
import { callOffRun, resumeRun, RunShown, seenRun, stopRun } from '../work/running.ts';
import type { SeenRun } from '../work/running.ts';
import { rightsNow } from '../work/seen.ts';
import { waitsFor } from '../work/waiting.ts';
import { inquirySchema, shownInquiry } from './inquiry-shape.ts';
import { ownInquiry } from './review-routes.ts';
import { progressSchema, rowSchema, runSchema, runStates, shownProgress } from './run-shape.ts';
import { API, byId, id, moment, none, shownWaits, typed } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['runs'];
const preview = { needs: 'preview' } as const;
const run = { needs: 'run' } as const;

/** Runs: what they are at, what may be done about them, their reports, and later checks. */
export function runRoutes(app: App, work: Work): void {
  listRoute(app, work);
  const schema = { summary: 'A run and where it stands', tags, params: byId, response: { 200: runSchema } };
  app.get(`${API}/runs/:id`, { config: preview, schema }, async (request) =>
    shownRun(await seenRun(work, signedIn(request.operator), request.params.id), work.ground.clock.now()),
  );
  changeRoutes(app, work);
  reportRoutes(app, work);
  checkRoutes(app, work);
}

function listRoute(app: App, work: Work): void {
  const schema = {
    ...{ summary: 'Runs, newest first: all for those who approve or audit, else your own', tags },
    querystring: z.strictObject({
      state: z.enum(runStates).optional(),
      before: moment.optional().describe('Only runs begun before then: for the next page.'),
      most: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: { 200: z.strictObject({ runs: z.array(rowSchema).readonly() }) },
  };
  app.get(`${API}/runs`, { config: preview, schema }, async (request) => {
    const operator = signedIn(request.operator);
    const rights = await rightsNow(work.desks, operator);
    const seesAll = rights.includes('approve') || rights.includes('read-ledger');
    const { state, before, most } = request.query;
    const rows = await work.ground.store.api.runRows({
      ...{ state, most, before: before === undefined ? undefined : new Date(before) },
      approvedBy: seesAll ? undefined : operator.id,
    });
    const now = work.ground.clock.now();
    return { runs: rows.map((row) => shownRow(row, now)) };
  });
}

function changeRoutes(app: App, work: Work): void {
  const stop = {
    summary: 'Stop a run between two calls; one that waits stops at once',
    tags,
    params: byId,
    response: none,
  };
  app.post(`${API}/runs/:id/stop`, { config: run, schema: stop }, async (request, reply) => {
    await stopRun(work, signedIn(request.operator), request.params.id);
    return reply.code(204).send();
  });
  const body = z.strictObject({
    acceptRefused: z.boolean().default(false).describe('Finish the person although the host refused some steps.'),
  });
  const resume = { summary: 'Hand a stopped run to the workers again', tags, params: byId, body, response: none };
  app.post(`${API}/runs/:id/resume`, { config: run, schema: resume }, async (request, reply) => {
    const { acceptRefused } = request.body;
    await resumeRun(work, signedIn(request.operator), { id: request.params.id, acceptRefused });
    return reply.code(204).send();
  });
  const callOff = { summary: 'Give a run that is not at work up for good', tags, params: byId, response: none };
  app.post(`${API}/runs/:id/call-off`, { config: run, schema: callOff }, async (request, reply) => {
    await callOffRun(work, signedIn(request.operator), request.params.id);
    return reply.code(204).send();
  });
}

function reportRoutes(app: App, work: Work): void {
  const json = { summary: 'The report as data', tags, params: byId, response: { 200: reportSchema } };
  app.get(`${API}/runs/:id/report`, { config: preview, schema: json }, async (request) => {
    const seen = await seenRun(work, signedIn(request.operator), request.params.id);
    return reportOn(work.ground.store, seen.run);
  });
  for (const [ending, { type, write }] of Object.entries(writings)) {
    const schema = { summary: `The report as ${ending}`, tags, params: byId, produces: [type], response: text };
    app.get(`${API}/runs/:id/report.${ending}`, { config: preview, schema }, async (request, reply) => {
      const seen = await seenRun(work, signedIn(request.operator), request.params.id);
      const written = write(await reportOn(work.ground.store, seen.run));
      const name = `attachment; filename="report-${seen.run.id}.${ending}"`;
      return reply.type(type).header('content-disposition', name).serializer(String).send(written);
    });
  }
}

const text = { 200: z.string() };
const writings = {
  md: { type: 'text/markdown; charset=utf-8', write: reportMarkdown },
  csv: { type: 'text/csv; charset=utf-8', write: reportCsv },
} as const;

function checkRoutes(app: App, work: Work): void {
  const body = z.strictObject({
    texts: z.array(typed).max(50).readonly().default([]).describe('What the person went by: a run forgets it.'),
  });
  const begin = { summary: 'Look whether all is as the run left it', tags, params: byId, body };
  const accepted = { 202: z.strictObject({ id }) };
  app.post(
    `${API}/runs/:id/checks`,
    { config: preview, schema: { ...begin, response: accepted } },
    async (request, reply) => {
      const operator = signedIn(request.operator);
      const { run: seen } = await seenRun(work, operator, request.params.id);
      if (seen.state === 'running' || seen.state === 'queued') throw new Refusal('run-closed');
      const looking = await checkLooking(work.desks, operator, { run: seen, texts: request.body.texts });
      const { host, person } = seen.plan;
      const begun = await work.inquiring.begin({ kind: 'check', host, person, run: seen.id, by: operator.id }, looking);
      return reply.code(202).send({ id: begun });
    },
  );
  const read = { summary: 'Where a later check is', tags, params: byId, response: { 200: inquirySchema } };
  app.get(`${API}/checks/:id`, { config: preview, schema: read }, async (request) => {
    const by = signedIn(request.operator).id;
    return shownInquiry(await ownInquiry(work, { id: request.params.id, kind: 'check', by }));
  });
}

function shownRun({ run: record, standing, asked }: SeenRun, now: Date): z.infer<typeof runSchema> {
  const { ending, approval, plan } = record;
  const progress = standing === undefined ? undefined : new RunShown(record).at(standing);
  return {
    ...{ id: record.id, host: plan.host, person: plan.person, state: record.state, steps: plan.plan.steps.length },
    ...{ plan: plan.id, approvedBy: approval.by, approvedAt: approval.at.toISOString() },
    startedAt: record.startedAt.toISOString(),
    obstacles: (ending?.obstacles ?? []).map(({ code, says, remedy }) => ({ code, says, remedy })),
    ...(asked?.secondBy === undefined ? {} : { secondBy: asked.secondBy }),
    ...(record.endedAt === undefined ? {} : { endedAt: record.endedAt.toISOString() }),
    ...(ending?.reason === undefined || record.state !== 'stopped' ? {} : { reason: ending.reason }),
    ...shownWaits(waitsFor(asked, { standing, now })),
    ...(progress === undefined ? {} : { standing: shownProgress(progress) satisfies z.infer<typeof progressSchema> }),
  };
}

function shownRow(
  { approvedAt, startedAt, endedAt, beginsAt, ofNight, ...row }: RunRow,
  now: Date,
): z.infer<typeof rowSchema> {
  const waiting = beginsAt !== undefined && beginsAt > now;
  return {
    ...row,
    ...shownWaits(waiting ? { for: ofNight ? 'night' : 'time', until: beginsAt } : undefined),
    approvedAt: approvedAt.toISOString(),
    startedAt: startedAt.toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
  };
}
