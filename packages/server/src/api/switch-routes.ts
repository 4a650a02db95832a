import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { failureOf } from '../http/log.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { API, moment, none, operatorId } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['kill-switch'];

const stateSchema = z
  .strictObject({
    thrown: z.boolean(),
    changedBy: operatorId.optional(),
    changedAt: moment.optional(),
    stopping: z.int().optional().describe('Runs that were asked to stop.'),
  })
  .meta({ id: 'KillSwitch' });

/** What forbids every run at once, and who is held for asking too fast. */
export function switchRoutes(app: App, work: Work): void {
  const { ground } = work;
  const { killSwitch } = ground.store.api;
  const read = { summary: 'Whether runs are forbidden', tags, response: { 200: stateSchema } };
  app.get(`${API}/kill-switch`, { config: { needs: 'preview' }, schema: read }, async () => stateOf(work));
  const thrown = { summary: 'Forbid every run and ask those at work to stop', tags, response: { 200: stateSchema } };
  // Whoever may run or approve may stop everything; to go on takes an administrator of the settings.
  app.post(`${API}/kill-switch`, { config: { needs: 'run' }, schema: thrown }, async (request) => {
    const by = signedIn(request.operator).id;
    await killSwitch.set(true, by);
    // Forbidden they are by now; a queue that is down only means that runs find out by themselves, before their next calls.
    const stopping = await ground.queue.askAllToStop(by).catch((error: unknown) => {
      ground.log.error({ failure: failureOf(error) }, 'runs not asked to stop');
      return 0;
    });
    return { ...(await stateOf(work)), stopping };
  });
  const release = {
    summary: 'Let runs begin again; stopped ones are resumed by hand',
    tags,
    response: { 200: stateSchema },
  };
  const config = { needs: 'configure', fresh: true } as const;
  app.delete(`${API}/kill-switch`, { config, schema: release }, async (request) => {
    await killSwitch.set(false, signedIn(request.operator).id);
    return stateOf(work);
  });
  heldRoutes(app, work);
}

function heldRoutes(app: App, { ground }: Work): void {
  const { allowances } = ground.store.api;
  const held = z.strictObject({ operator: operatorId, since: moment });
  const list = {
    ...{ summary: 'Who is held for asking for many runs in a short time', tags },
    response: { 200: z.strictObject({ held: z.array(held).readonly() }) },
  };
  app.get(`${API}/held-operators`, { config: { needs: 'configure' }, schema: list }, async () => ({
    held: (await allowances.held()).map(({ operator, since }) => ({ operator, since: since.toISOString() })),
  }));
  const params = z.strictObject({ operator: operatorId });
  const schema = { summary: 'Let a held operator go on', tags, params, response: none };
  const config = { needs: 'configure', fresh: true } as const;
  app.delete(`${API}/held-operators/:operator`, { config, schema }, async (request, reply) => {
    const by = signedIn(request.operator).id;
    const { operator } = request.params;
    // Nobody lets themselves go on.
    if (operator === by) throw new Refusal('second-person');
    if (!(await allowances.release(operator, by))) throw new Refusal('not-found');
    return reply.code(204).send();
  });
}

async function stateOf({ ground }: Work): Promise<z.infer<typeof stateSchema>> {
  const { thrown, changedBy, changedAt } = await ground.store.api.killSwitch.state();
  return {
    thrown,
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(changedAt === undefined ? {} : { changedAt: changedAt.toISOString() }),
  };
}
