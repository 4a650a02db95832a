import { z } from 'zod';
import { html, pageSchema, sendPage } from '../../http/pages.ts';
import { Refusal } from '../../http/refusal.ts';
import type { App } from '../../http/routes.ts';
import type { SignIn } from '../sign-in.ts';
import { ANSWER_PATH } from './provider.ts';
import type { Begun, Provider } from './provider.ts';

const leadsOn = { 303: z.undefined().describe('To the OpenID provider.') };
const MINUTES = 10;
const PURPOSE = 'open-id';

const carriedSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  again: z.boolean(),
  until: z.number(),
});

/** Signing in with an OpenID provider. Beginning writes nothing here; what it has to remember the browser carries, sealed. */
export function openIdRoutes(app: App, part: SignIn): void {
  const { ground, sessions } = part;
  const begin = { querystring: z.strictObject({ again: z.literal('1').optional() }), response: leadsOn };
  app.get('/sign-in/open-id', { config: { needs: 'nobody' }, schema: begin }, async (request, reply) => {
    const { url, begun } = await providerOf(part).begin(request.query.again !== undefined);
    const until = ground.clock.now().getTime() + MINUTES * 60_000;
    const value = await ground.store.signIn.sealed(JSON.stringify({ ...begun, until }), PURPOSE);
    sessions.cookies.write(reply, 'open-id', { value, maxAge: MINUTES * 60 });
    return reply.redirect(url, 303);
  });
  answerRoute(app, part);
}

/**
 * The one address that changes something although it is asked for by GET, as the protocol wants it: it is worth something once, for
 * the browser that began, together with the code of the provider.
 */
function answerRoute(app: App, part: SignIn): void {
  const { ground, sessions } = part;
  app.get(ANSWER_PATH, { config: { needs: 'nobody' }, schema: pageSchema }, async (request, reply) => {
    const carried = sessions.cookies.read(request, 'open-id');
    sessions.cookies.clear(reply, 'open-id');
    const begun = await opened(part, carried);
    const claims = await providerOf(part).finish(new URL(request.url, 'http://localhost').search, begun);
    const { issuer, subject, name, groups, administrator, address, at } = claims;
    const identity = { kind: 'open-id', issuer, subject, name } as const;
    const operator = await ground.store.signIn.arrive({ identity, groups, administrator });
    if (operator === undefined) throw new Refusal('revoked');
    if (address !== undefined) await ground.store.notices.learn(operator.id, address);
    await sessions.begin(request, reply, { operator: operator.id, at });
    // A page of ours leads on: browsers hide a cookie that is `Strict` from a redirect that another site began.
    const body = html`<p>You are signed in. <a href="/">Go on</a></p>`;
    return sendPage(reply.header('refresh', '0;url=/'), { title: 'Signed in', body });
  });
}

/** What the browser carried, if it is ours, in time, and used for the first time. */
async function opened({ ground }: SignIn, carried: string | undefined): Promise<Begun> {
  const text = carried === undefined ? undefined : await ground.store.signIn.unsealed(carried, PURPOSE);
  if (text === undefined) throw new Refusal('sign-in-failed');
  const { until, ...begun } = carriedSchema.parse(JSON.parse(text));
  if (until <= ground.clock.now().getTime()) throw new Refusal('sign-in-failed');
  if (!(await ground.store.signIn.useOnce(begun.state, new Date(until)))) throw new Refusal('sign-in-failed');
  return begun;
}

function providerOf({ provider }: SignIn): Provider {
  if (provider === undefined) throw new Refusal('closed');
  return provider;
}
