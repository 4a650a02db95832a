import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { sessionAnswer, sessionSchema } from './session-answer.ts';
import type { SignIn } from './sign-in.ts';
import { countTry, forgive } from './throttle.ts';

const login = z.string().min(1).max(256);
const password = z.string().min(1).max(256);
const code = z.string().min(1).max(64);

const answers = { 200: sessionSchema };
const open = { needs: 'nobody' } as const;

/** Signing in with a password kept here. */
export function passwordRoutes(app: App, part: SignIn): void {
  const schema = { body: z.strictObject({ login, password }), response: answers };
  app.post('/sign-in', { config: open, schema }, async (request, reply) => {
    part.requireWay('password');
    const trying = { address: request.ip, login: request.body.login };
    await countTry(part.ground, trying);
    const known = await part.ground.store.signIn.passwordFor(request.body.login);
    const right = await part.passwords.verify(known?.password, request.body.password);
    if (known === undefined || !right) throw new Refusal('sign-in-failed');
    await forgive(part.ground, trying);
    return enter(part, { request, reply, operator: known.id });
  });
}

/** Setting up: the first administrator, by the code the server printed when it started. */
export function setupRoutes(app: App, part: SignIn): void {
  const { ground } = part;
  const schema = { body: z.strictObject({ code, login, password }), response: answers };
  app.post('/setup', { config: open, schema }, async (request, reply) => {
    await requireNotSetUp(part);
    await countTry(ground, { address: request.ip });
    const { body } = request;
    if (!(await ground.store.signIn.codeIsGood(body.code, 'setup'))) throw new Refusal('sign-in-failed');
    const chosen = { login: body.login, password: await part.passwords.hash(body.password, body.login) };
    const operator = await ground.store.signIn.setUp(body.code, chosen);
    if (operator === undefined) throw new Refusal('sign-in-failed');
    return enter(part, { request, reply, operator });
  });
}

/** Choosing a password with a code an administrator handed over: for a new account, or instead of a forgotten one. */
export function codeRoutes(app: App, part: SignIn): void {
  const { ground } = part;
  const schema = { body: z.strictObject({ code, password }), response: answers };
  app.post('/sign-in/code', { config: open, schema }, async (request, reply) => {
    part.requireWay('password');
    await countTry(ground, { address: request.ip });
    const { body } = request;
    if (!(await ground.store.signIn.codeIsGood(body.code, 'password'))) throw new Refusal('sign-in-failed');
    const hash = await part.passwords.hash(body.password, '');
    const operator = await ground.store.signIn.usePasswordCode(body.code, hash);
    if (operator === undefined) throw new Refusal('sign-in-failed');
    return enter(part, { request, reply, operator });
  });
}

async function requireNotSetUp({ ground, requireWay }: SignIn): Promise<void> {
  requireWay('password');
  if (await ground.store.signIn.isSetUp()) throw new Refusal('closed');
}

interface Entering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly operator: string;
}

/** Somebody proved who they are just now: they have a session, and their page what it needs. */
async function enter(part: SignIn, { request, reply, operator }: Entering): Promise<FastifyReply> {
  const { token, session } = await part.sessions.begin(request, reply, { operator, at: part.ground.clock.now() });
  return reply.send(await sessionAnswer(part.ground, token, session));
}
