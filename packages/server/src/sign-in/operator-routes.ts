import type { NamedOperator } from '@lethe/storage';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from './session-routes.ts';
import type { SignIn } from './sign-in.ts';

const groups = z
  .array(z.string().regex(/^[^@\s].{0,127}$/u, 'name a group'))
  .max(200)
  .readonly();
const id = z.string().regex(/^op-[0-9a-z]{26}$/);

const operatorSchema = z
  .strictObject({
    id,
    name: z.string().describe('Personal: for this screen alone.'),
    kind: z.enum(['local', 'open-id', 'host']),
    groups: z.array(z.string()).readonly(),
    administrator: z.boolean(),
    createdAt: z.iso.datetime(),
    signedInAt: z.iso.datetime().optional(),
    revokedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Operator' });

const codeSchema = z
  .strictObject({ id, code: z.string().describe('Shown this once.'), expiresAt: z.iso.datetime() })
  .meta({ id: 'PasswordCode' });

const params = z.strictObject({ id });
const none = { 204: z.undefined().describe('Done.') };
const administrators = { needs: 'administrator' } as const;
const BASE = '/api/v1/operators';

/** Who works the server, for its administrators. */
export function operatorRoutes(app: App, part: SignIn): void {
  const { store } = part.ground;
  const list = { response: { 200: z.strictObject({ operators: z.array(operatorSchema).readonly() }) } };
  app.get(BASE, { config: administrators, schema: list }, async () => {
    return { operators: (await store.signIn.operators()).map(shown) };
  });
  const given = { params, body: z.strictObject({ groups, administrator: z.boolean() }), response: none };
  app.put(`${BASE}/:id/groups`, { config: administrators, schema: given }, async (request, reply) => {
    await store.signIn.give(request.params.id, { ...request.body, by: signedIn(request.operator).id });
    return reply.code(204).send();
  });
  revocationRoutes(app, part);
  invitationRoutes(app, part);
}

function revocationRoutes(app: App, { ground: { store } }: SignIn): void {
  const options = { config: administrators, schema: { params, response: none } };
  app.put(`${BASE}/:id/revocation`, options, async (request, reply) => {
    await store.signIn.revoke(request.params.id, signedIn(request.operator).id);
    return reply.code(204).send();
  });
  app.delete(`${BASE}/:id/revocation`, options, async (request, reply) => {
    await store.signIn.restore(request.params.id, signedIn(request.operator).id);
    return reply.code(204).send();
  });
}

/** Accounts kept here, and the codes with which their owners choose a password. */
function invitationRoutes(app: App, part: SignIn): void {
  const { settings, clock, store } = part.ground;
  const expiry = (): Date => new Date(clock.now().getTime() + settings.server.signIn.codeHours * 3_600_000);
  const body = z.strictObject({ login: z.string().trim().min(1).max(256), groups, administrator: z.boolean() });
  const schema = { body, response: { 201: codeSchema } };
  app.post(BASE, { config: administrators, schema }, async (request, reply) => {
    part.requireWay('password');
    const expiresAt = expiry();
    const made = await store.signIn.invite({ ...request.body, by: signedIn(request.operator).id, expiresAt });
    return reply.code(201).send({ ...made, expiresAt: expiresAt.toISOString() });
  });
  const again = { params, response: { 201: codeSchema } };
  app.post(`${BASE}/:id/code`, { config: administrators, schema: again }, async (request, reply) => {
    part.requireWay('password');
    const expiresAt = expiry();
    const code = await store.signIn.passwordCode(request.params.id, expiresAt);
    return reply.code(201).send({ id: request.params.id, code, expiresAt: expiresAt.toISOString() });
  });
}

function shown({ createdAt, signedInAt, revokedAt, ...operator }: NamedOperator): z.infer<typeof operatorSchema> {
  return {
    ...{ ...operator, createdAt: createdAt.toISOString() },
    ...(signedInAt === undefined ? {} : { signedInAt: signedInAt.toISOString() }),
    ...(revokedAt === undefined ? {} : { revokedAt: revokedAt.toISOString() }),
  };
}
