import type { AskedApproval, Standing } from '@lethe/storage';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { approveRun, askForRun, endRequest, expiry, mayApprove, openRequest } from '../work/approving.ts';
import { cancelRequest, waitsFor } from '../work/waiting.ts';
import { acknowledged, API, byId, hostName, id, moment, none, operatorId, shownWaits, waitsSchema } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['approvals'];

const askingSchema = z.strictObject({
  plan: id,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  typed: z.string().max(60).describe('The phrase of the plan.'),
  acknowledged: acknowledged.default([]),
  when: z.enum(['now', 'tonight']).default('now').describe('tonight: at 01:00 in the installation’s time zone.'),
});

const approvalSchema = z
  .strictObject({
    id,
    plan: id,
    host: hostName,
    person: z.string(),
    digest: z.string(),
    steps: z.int(),
    askedBy: operatorId,
    askedAt: moment,
    acknowledged,
    state: z.enum(['open', 'granted', 'declined', 'withdrawn', 'expired', 'outdated']),
    needsSecond: z.boolean(),
    secondBy: operatorId.optional(),
    notBefore: moment.optional(),
    run: id.optional(),
    waits: waitsSchema.optional(),
  })
  .meta({ id: 'Approval' });

const one = { 200: approvalSchema };

/** Approvals: an operator's word for one plan, and a second person's where the settings ask for it. */
export function approvalRoutes(app: App, work: Work): void {
  askRoute(app, work);
  readRoutes(app, work);
  const second = { needs: 'approve', fresh: true } as const;
  const grant = { summary: 'Approve somebody else’s request', tags, params: byId, response: one };
  app.post(`${API}/approvals/:id/grant`, { config: second, schema: grant }, async (request) =>
    shown(work, await approveRun(work, signedIn(request.operator), request.params.id)),
  );
  for (const how of ['decline', 'withdraw'] as const) {
    const schema = { summary: endings[how], tags, params: byId, response: one };
    const needs = how === 'decline' ? 'approve' : 'run';
    app.post(`${API}/approvals/:id/${how}`, { config: { needs }, schema }, async (request) =>
      shown(work, await endRequest(work, signedIn(request.operator), { id: request.params.id, how })),
    );
  }
  const cancel = {
    ...{ summary: 'End what waits, for whatever: whoever asked, or may run or approve and sees it', tags },
    ...{ params: byId, response: none },
  };
  app.post(`${API}/approvals/:id/cancel`, { config: { needs: 'preview' }, schema: cancel }, async (request, reply) => {
    await cancelRequest(work, signedIn(request.operator), request.params.id);
    return reply.code(204).send();
  });
}

const endings = { decline: 'Refuse somebody else’s request', withdraw: 'Take your own request back' } as const;

function askRoute(app: App, work: Work): void {
  const schema = {
    ...{ summary: 'Confirm a plan: its run is queued, or waits for a second person', tags, body: askingSchema },
    response: { 201: approvalSchema },
  };
  app.post(`${API}/approvals`, { config: { needs: 'run', fresh: true }, schema }, async (request, reply) => {
    const asked = await askForRun(work, signedIn(request.operator), request.body);
    return reply.code(201).send(await shown(work, asked));
  });
}

function readRoutes(app: App, work: Work): void {
  const get = { summary: 'One request', tags, params: byId, response: one };
  app.get(`${API}/approvals/:id`, { config: { needs: 'preview' }, schema: get }, async (request) =>
    shown(work, await openRequest(work, signedIn(request.operator), request.params.id)),
  );
  const list = {
    ...{ summary: 'The newest requests: all for those who approve, else your own', tags },
    querystring: z.strictObject({ state: z.enum(['open', 'granted', 'declined', 'withdrawn', 'expired']).optional() }),
    response: { 200: z.strictObject({ approvals: z.array(approvalSchema).readonly() }) },
  };
  app.get(`${API}/approvals`, { config: { needs: 'preview' }, schema: list }, async (request) => {
    const operator = signedIn(request.operator);
    const by = (await mayApprove(work.desks, operator)) ? undefined : operator.id;
    const seen = await work.ground.store.api.approvals.newest(200, { state: request.query.state, by });
    const standing = await work.ground.queue.standing(seen.flatMap(({ run }) => run ?? []));
    const byRun = new Map(standing.map((one) => [one.run, one]));
    const expires = await expiry(work);
    return { approvals: seen.map((asked) => shownAs(work, asked, { standing: byRun.get(asked.run ?? ''), expires })) };
  });
}

async function shown(work: Work, asked: AskedApproval): Promise<z.infer<typeof approvalSchema>> {
  const [standing] = asked.run === undefined ? [] : await work.ground.queue.standing([asked.run]);
  return shownAs(work, asked, { standing, expires: await expiry(work) });
}

interface Seen {
  readonly standing: Standing | undefined;
  /** Requests from before then have expired. */
  readonly expires: Date;
}

function shownAs(work: Work, asked: AskedApproval, { standing, expires }: Seen): z.infer<typeof approvalSchema> {
  const { approval, secondBy, notBefore, run } = asked;
  const { id: known, plan, host, person, steps, needsSecond } = asked;
  const now = work.ground.clock.now();
  const state = stateOf(asked, expires);
  const over = new Date(approval.at.getTime() + now.getTime() - expires.getTime());
  return {
    ...{ id: known, plan, host, person, steps, needsSecond, digest: approval.digest, askedBy: approval.by },
    askedAt: approval.at.toISOString(),
    acknowledged: [...approval.acknowledged],
    state,
    ...(secondBy === undefined ? {} : { secondBy }),
    ...(notBefore === undefined ? {} : { notBefore: notBefore.toISOString() }),
    ...(run === undefined ? {} : { run }),
    ...shownWaits(
      state === 'open' || state === 'granted' ? waitsFor(asked, { standing, now, expires: over }) : undefined,
    ),
  };
}

function stateOf({ state, current, approval }: AskedApproval, expires: Date): z.infer<typeof approvalSchema>['state'] {
  if (state !== 'open') return state;
  if (!current) return 'outdated';
  return approval.at < expires ? 'expired' : 'open';
}
