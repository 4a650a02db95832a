import { createHmac, randomBytes } from 'node:crypto';
import { addressOf, askLoopback, originOf } from '@lethe/server/testing';
import type { ApiBench, Answer, Browser } from '@lethe/server/testing';

/** What a host says of who comes in, with whatever a test has different. */
export interface Said {
  readonly host: string;
  readonly audience: string;
  readonly by: string;
  readonly people: readonly string[];
  readonly issued: number;
  readonly expires: number;
  readonly nonce: string;
}

/** A word as a host's part signs it. */
export function signedWord(said: object, secret: string): string {
  const signed = `lethe1.${Buffer.from(JSON.stringify(said)).toString('base64url')}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** What an honest host says at this moment. */
export function saidNow(now: Date, about: Pick<Said, 'host' | 'audience' | 'by' | 'people'>): Said {
  const issued = Math.floor(now.getTime() / 1000);
  return { ...about, issued, expires: issued + 60, nonce: randomBytes(16).toString('base64url') };
}

/** A page of a host in a browser: it posts across sites, so that none of our cookies go along. */
export interface PageOfHost {
  readonly bench: ApiBench;
  readonly origin: string;
}

/** Posts a word as the page of a host makes a browser do; the browser keeps the cookies that come back. */
export async function comeFrom({ bench, origin }: PageOfHost, browser: Browser, word: string): Promise<Answer> {
  const headers = {
    ...{ origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ word }).toString();
  const answer = await askLoopback(await addressOf(bench.app), { method: 'POST', url: '/entry', headers, body });
  for (const { name, value } of answer.cookies) browser.jar.set(name, value);
  return answer;
}

/** Goes on as the page does that came back, or as somebody who presses its button. */
export async function goOn(bench: ApiBench, browser: Browser, page: Answer): Promise<Answer> {
  const fields = [...page.body.matchAll(/name="(csrf|ticket|instead)" value="([^"]+)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const origin = originOf(bench.ground.settings.server);
  const headers = {
    ...{ origin, 'sec-fetch-site': 'same-origin' },
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(fields).toString();
  return browser.send({ method: 'POST', url: '/entry/begin', headers, body });
}
