import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { App, Operator } from '../http/routes.ts';
import { sessionAnswer, sessionSchema } from './session-answer.ts';
import type { SignIn } from './sign-in.ts';
import { countTry, forgive } from './throttle.ts';

const signedOutSchema = z.strictObject({
  next: z.url().optional().describe('Where the OpenID provider ends its own session, if it does.'),
});
const changeSchema = z.strictObject({ old: z.string().min(1).max(256), password: z.string().min(1).max(256) });

/** What a page asks about its session, and how that ends. */
export function sessionRoutes(app: App, part: SignIn): void {
  const { ground, sessions } = part;
  app.get(
    '/session',
    { config: { needs: 'nobody' }, schema: { response: { 200: sessionSchema } } },
    async (request, reply) => {
      const session = await sessions.of(request);
      const token = session === undefined ? sessions.pageToken(request, reply) : sessions.sessionToken(request);
      return sessionAnswer(ground, token, session);
    },
  );
  signOutRoute(app, part);
  passwordChangeRoute(app, part);
}

function signOutRoute(app: App, { sessions, provider }: SignIn): void {
  const schema = { body: z.strictObject({}).optional(), response: { 200: signedOutSchema } };
  app.post('/sign-out', { config: { needs: 'nobody' }, schema }, async (request, reply) => {
    const session = await sessions.of(request);
    await sessions.end(request, reply);
    const next = session?.kind === 'open-id' ? await provider?.signOutUrl() : undefined;
    return reply.send(next === undefined ? {} : { next });
  });
}

/** Another password; the session goes on under a new id, every other one of the operator ends. */
function passwordChangeRoute(app: App, part: SignIn): void {
  const schema = { body: changeSchema, response: { 200: sessionSchema } };
  app.post('/session/password', { config: { needs: 'signed-in' }, schema }, async (request, reply) => {
    const { ground, passwords, sessions } = part;
    const { id } = signedIn(request.operator);
    const trying = { address: request.ip, login: id };
    await countTry(ground, trying);
    const kept = await ground.store.signIn.passwordOf(id);
    if (!(await passwords.verify(kept, request.body.old))) throw new Refusal('sign-in-failed');
    await ground.store.signIn.changePassword(id, await passwords.hash(request.body.password, ''));
    await forgive(ground, trying);
    const { token, session } = await sessions.begin(request, reply, { operator: id, at: ground.clock.now() });
    return sessionAnswer(ground, token, session);
  });
}

/** Whoever a guarded route is used by. */
export function signedIn(operator: Operator | undefined): Operator {
  if (operator === undefined) throw new Refusal('not-signed-in');
  return operator;
}
