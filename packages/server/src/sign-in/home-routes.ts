import type { App } from '../http/routes.ts';
import { form, html, pageSchema, sendPage } from '../http/pages.ts';
import type { Markup } from '../http/pages.ts';
import { isSetUp, waysIn } from './session-answer.ts';
import type { SignIn } from './sign-in.ts';

/** The pages there are before the console: what this is, and the ways in. */
export function homeRoutes(app: App, part: SignIn): void {
  const { ground, sessions } = part;
  const options = { config: { needs: 'nobody' }, schema: pageSchema } as const;
  app.get('/', options, async (request, reply) => {
    const session = await sessions.of(request);
    const out = { fields: [], button: 'Sign out', token: session === undefined ? '' : sessions.sessionToken(request) };
    const state = session === undefined ? await invitation(part) : form('/sign-out', out);
    const who = session === undefined ? undefined : html`<p>You are signed in.</p>`;
    const body = html`<p>
        This server anonymizes people in your help desk or recruiting tool: tickets and numbers stay, the person goes.
      </p>
      ${who} ${state}
      <p>The <a href="/api/openapi.json">description of its API</a> is for whoever writes a client.</p>`;
    return sendPage(reply, { title: 'Lethe', body });
  });
  app.get('/sign-in', options, async (request, reply) => {
    const ways = waysIn(ground);
    const token = sessions.pageToken(request, reply);
    const body = html`${ways.includes('open-id') ? withProvider : undefined}
    ${ways.includes('password') ? withPassword(token) : undefined}`;
    return sendPage(reply, { title: 'Sign in', body });
  });
}

async function invitation({ ground }: SignIn): Promise<Markup> {
  if (await isSetUp(ground)) return html`<p><a href="/sign-in">Sign in</a></p>`;
  return html`<p>
    It has no administrator yet. <a href="/setup">Set it up</a> with the code that was printed when it started.
  </p>`;
}

const withProvider = html`<p><a href="/sign-in/open-id">Sign in with your organization's account</a></p>`;

function withPassword(token: string): Markup {
  const fields = [
    { name: 'login', label: 'Name', fill: 'username' },
    { name: 'password', label: 'Password', secret: true, fill: 'current-password' },
  ];
  return html`${form('/sign-in', { fields, button: 'Sign in', token })}
    <p>With a code of an administrator you can <a href="/sign-in/code">choose a password</a>.</p>`;
}
