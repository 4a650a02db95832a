import { ask } from '../shared/ask.ts';
import type { Character } from '../shared/cast.ts';

/** A browser's session: what it sends back to the host. */
export interface WebSession {
  readonly cookie: string;
}

/** Signs in by the form, as a browser does, and asks to stay signed in. */
export async function signIn(url: string, who: Pick<Character, 'login' | 'password'>): Promise<WebSession> {
  const form = await ask(`${url}/login`);
  const fields = {
    authenticity_token: await tokenIn(form),
    username: who.login,
    password: who.password,
    autologin: '1',
  };
  const headers = { Cookie: cookiesOf(form) };
  const answer = await ask(`${url}/login`, { method: 'POST', body: new URLSearchParams(fields), headers });
  if (answer.status !== 302) throw new Error(`seeding: signing in answered ${answer.status}`);
  return { cookie: cookiesOf(answer) };
}

/** Fills in and sends the form of a page; gives the status of the answer. */
export async function sendForm(
  url: string,
  session: WebSession,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const form = await ask(url, { headers: { Cookie: session.cookie } });
  // The first form of a session puts the key of its token into the cookie.
  const headers = { Cookie: `${withoutSession(session.cookie)}; ${cookiesOf(form)}` };
  const body = new URLSearchParams({ authenticity_token: await tokenIn(form), ...fields });
  return (await ask(url, { method: 'POST', body, headers })).status;
}

function withoutSession(cookie: string): string {
  return cookie
    .split('; ')
    .filter((one) => one.startsWith('autologin='))
    .join('; ');
}

/** Whether a session still opens the person's own page. */
export async function isSignedIn(url: string, session: WebSession): Promise<boolean> {
  return (await ask(`${url}/my/account`, { headers: { Cookie: session.cookie } })).status === 200;
}

async function tokenIn(page: Response): Promise<string> {
  return /name="authenticity_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
