import { ask } from '../shared/ask.ts';
import type { Character } from '../shared/cast.ts';

/** A browser's session: what it sends back to the host. */
export interface WebSession {
  readonly cookie: string;
}

/** Signs in by the form, as a browser does. */
export async function signIn(url: string, who: Pick<Character, 'login' | 'password'>): Promise<WebSession> {
  const cookie = cookieOf(await ask(`${url}/`));
  const body = new URLSearchParams({ user: who.login, pass: who.password });
  const answer = await ask(`${url}/NoAuth/Login.html`, { method: 'POST', body, headers: { Cookie: cookie } });
  const session = { cookie: cookieOf(answer) || cookie };
  if (!(await isSignedIn(url, session))) throw new Error(`seeding: signing in answered ${answer.status}`);
  return session;
}

/** Opens a page in a session. */
export async function openPage(
  url: string,
  session: WebSession,
): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await ask(url, { headers: { Cookie: session.cookie } });
  return { status: answer.status, html: await answer.text() };
}

/** Whether a session still opens a page that is not for everybody. */
export async function isSignedIn(url: string, session: WebSession): Promise<boolean> {
  const { html } = await openPage(`${url}/SelfService/index.html`, session);
  return html.includes('NoAuth/Logout');
}

function cookieOf(answer: Response): string {
  const line = answer.headers.getSetCookie().find((one) => one.startsWith('RT_SID'));
  return line?.split(';')[0] ?? '';
}
