import type { Character } from './cast.ts';

/** A browser's session: what it sends back to the host. */
export interface WebSession {
  readonly cookie: string;
}

/** Signs in by the form, as a browser does, and asks to stay signed in. */
export async function signIn(url: string, who: Pick<Character, 'login' | 'password'>): Promise<WebSession> {
  const form = await fetch(`${url}/login`);
  const token = /name="authenticity_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const fields = { authenticity_token: token, username: who.login, password: who.password, autologin: '1' };
  const headers = { Cookie: cookiesOf(form) };
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });
  if (answer.status !== 302) throw new Error(`seeding: signing in answered ${answer.status}`);
  return { cookie: cookiesOf(answer) };
}

/** Whether a session still opens the person's own page. */
export async function isSignedIn(url: string, session: WebSession): Promise<boolean> {
  const answer = await fetch(`${url}/my/account`, { headers: { Cookie: session.cookie }, redirect: 'manual' });
  return answer.status === 200;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
