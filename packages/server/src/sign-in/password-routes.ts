import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isForm } from '../http/forms.ts';
import { form, html, pageSchema, sendPage } from '../http/pages.ts';
import type { Field } from '../http/pages.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { sessionAnswer, sessionSchema } from './session-answer.ts';
import type { SignIn } from './sign-in.ts';
import { countTry, forgive } from './throttle.ts';

const login = z.string().min(1).max(256);
const password = z.string().min(1).max(256);
const csrf = z.string().max(100).optional();
const code = z.string().min(1).max(64);

const nameField: Field = { name: 'login', label: 'Name', fill: 'username' };
const codeField: Field = { name: 'code', label: 'Code', fill: 'one-time-code' };
const newPassword: Field = {
  ...{ name: 'password', label: 'New password', secret: true, fill: 'new-password' },
  hint: '15 characters or more, such as a few words.',
};
const answers = { 200: sessionSchema, 303: z.undefined().describe('After a form.') };
const open = { needs: 'nobody', form: true } as const;

/** Signing in with a password kept here. */
export function passwordRoutes(app: App, part: SignIn): void {
  const schema = { body: z.strictObject({ login, password, csrf }), response: answers };
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
  app.get('/setup', { config: { needs: 'nobody' }, schema: pageSchema }, async (request, reply) => {
    await requireNotSetUp(part);
    const token = part.sessions.pageToken(request, reply);
    const parts = { fields: [codeField, nameField, newPassword], button: 'Set up', token };
    const says = html`<p>
      The code was printed when the server started. Whoever has it becomes the first administrator.
    </p>`;
    return sendPage(reply, { title: 'Set up', body: html`${says}${form('/setup', parts)}` });
  });
  const schema = { body: z.strictObject({ code, login, password, csrf }), response: answers };
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
  app.get('/sign-in/code', { config: { needs: 'nobody' }, schema: pageSchema }, async (request, reply) => {
    part.requireWay('password');
    const token = part.sessions.pageToken(request, reply);
    const parts = { fields: [codeField, newPassword], button: 'Choose this password', token };
    return sendPage(reply, { title: 'Choose a password', body: form('/sign-in/code', parts) });
  });
  const schema = { body: z.strictObject({ code, password, csrf }), response: answers };
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
  if (isForm(request)) return reply.redirect('/', 303);
  return reply.send(await sessionAnswer(part.ground, token, session));
}
