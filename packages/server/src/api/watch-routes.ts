import { watchedKinds } from '@lethe/core';
import type { Actor } from '@lethe/core';
import type { Look, Returned, ReturnDecision } from '@lethe/storage';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { reviewLooking } from '../work/inquiring.ts';
import { API, byId, hostName, id, moment, none, operatorId } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['watch'];
const decisions = ['another-person', 'review', 'consent'] as const satisfies readonly ReturnDecision[];
const states = ['open', ...decisions] as const;

const returnedSchema = z
  .strictObject({
    id,
    host: hostName,
    person: z.string(),
    run: id.describe('The run that erased whom they look like.'),
    place: z.enum(['same-account', 'same-host', 'other-host']),
    kinds: z.array(z.enum(watchedKinds)).readonly().describe('What both go by.'),
    foundAt: moment,
    state: z.enum(states),
    decidedBy: operatorId.optional(),
    decidedAt: moment.optional(),
  })
  .meta({ id: 'Returned' });

const lookSchema = z
  .strictObject({
    host: hostName,
    askedAt: moment,
    endedAt: moment.optional(),
    people: z.int(),
    found: z.int().describe('New ones alone.'),
    ending: z
      .enum(['looked', 'nobody', 'cannot', 'failed'])
      .optional()
      .describe(
        'nobody: nobody is to be recognized. cannot: the host does not list everybody. Missing while it goes on.',
      ),
  })
  .meta({ id: 'Look' });

/** People who were erased and are in a host again: nothing is done about them but what somebody decides. */
export function watchRoutes(app: App, work: Work): void {
  returnRoutes(app, work);
  lookRoutes(app, work);
  const schema = { summary: 'A new key for what erased people are recognized by', tags, response: none };
  const config = { needs: 'configure', fresh: true } as const;
  app.post(`${API}/suppression-key`, { config, schema }, async (request, reply) => {
    await work.ground.store.suppression.changeKey(signedIn(request.operator).id);
    return reply.code(204).send();
  });
}

function returnRoutes(app: App, work: Work): void {
  const { returns } = work.ground.store;
  const list = {
    ...{ summary: 'People who came back, newest first', tags },
    querystring: z.strictObject({ state: z.enum(states).optional(), run: id.optional() }),
    response: { 200: z.strictObject({ returns: z.array(returnedSchema).readonly() }) },
  };
  app.get(`${API}/returns`, { config: { needs: 'preview' }, schema: list }, async (request) => {
    const { state, run } = request.query;
    const found = run === undefined ? await returns.newest(200, state) : await returns.ofRun(run);
    return { returns: found.filter((one) => state === undefined || one.state === state).map(shownReturn) };
  });
  const decide = {
    ...{ summary: 'Decide about somebody who came back; each once', tags, params: byId },
    body: z.strictObject({
      decision: z
        .enum(decisions)
        .describe('consent: they agreed to being kept; what they are recognized by is forgotten.'),
    }),
    response: { 200: z.strictObject({ returned: returnedSchema, review: id.optional() }) },
  };
  app.post(`${API}/returns/:id/decision`, { config: { needs: 'run' }, schema: decide }, async (request) => {
    const operator = signedIn(request.operator);
    return decided(work, operator, { id: request.params.id, decision: request.body.decision });
  });
}

function lookRoutes(app: App, work: Work): void {
  const { store, clock } = work.ground;
  const response = { 200: z.strictObject({ looks: z.array(lookSchema).readonly() }) };
  const list = { summary: 'When each host was looked through last', tags, response };
  const read = async () => ({ looks: (await store.looks.all()).map(shownLook) });
  app.get(`${API}/looks`, { config: { needs: 'preview' }, schema: list }, read);
  const body = z.strictObject({ hosts: z.array(hostName).min(1).max(200).readonly().optional() });
  const ask = { summary: 'Look through hosts now: all unless told', tags, body, response };
  app.post(`${API}/looks`, { config: { needs: 'run' }, schema: ask }, async (request) => {
    const known = (await work.desks.hosts.all()).map(({ name }) => name);
    const wanted = request.body.hosts ?? known;
    if (wanted.some((name) => !known.includes(name))) throw new Refusal('not-found', { at: 'body.hosts' });
    await store.looks.ask(wanted, clock.now());
    return read();
  });
}

interface Deciding {
  readonly id: string;
  readonly decision: ReturnDecision;
}

async function decided(
  work: Work,
  operator: Actor,
  { id: known, decision }: Deciding,
): Promise<{ readonly returned: z.infer<typeof returnedSchema>; readonly review?: string }> {
  const { returns, suppression } = work.ground.store;
  const found = await returns.find(known);
  if (found === undefined) throw new Refusal('not-found');
  if (found.state !== 'open') throw new Refusal('return-decided');
  const review = decision === 'review' ? await reviewBegun(work, operator, found) : undefined;
  if (!(await returns.decide(known, { decision, by: operator.id }))) throw new Refusal('return-decided');
  if (decision === 'consent') await suppression.forget(found.run);
  const returned = shownReturn((await returns.find(known)) ?? found);
  return review === undefined ? { returned } : { returned, review };
}

/** Begins to review them like anybody: what comes of it is decided there. */
async function reviewBegun({ desks, inquiring }: Work, operator: Actor, { host, person }: Returned): Promise<string> {
  const asked = { host, person, also: [], acknowledged: [], only: undefined };
  const looking = await reviewLooking(desks, operator, asked);
  return inquiring.begin({ kind: 'review', host, person, by: operator.id }, looking);
}

function shownReturn({ foundAt, decidedBy, decidedAt, ...rest }: Returned): z.infer<typeof returnedSchema> {
  const { id: known, host, person, run, place, kinds, state } = rest;
  return {
    ...{ id: known, host, person, run, place, kinds, state, foundAt: foundAt.toISOString() },
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
  };
}

function shownLook({ host, askedAt, endedAt, people, found, ending }: Look): z.infer<typeof lookSchema> {
  return {
    ...{ host, people, found, askedAt: askedAt.toISOString() },
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    ...(ending === undefined ? {} : { ending }),
  };
}
