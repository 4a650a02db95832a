import { ask } from '../shared/ask.ts';
import type { Character } from '../shared/cast.ts';
import type { NativeCall } from '../shared/native-calls.ts';
import type { Access } from './rest.ts';

/** Calls the native part of a Request Tracker as the service account, or signed in as somebody. */
export function nativeOf({ url, token }: Access, who?: Pick<Character, 'login' | 'password'>): NativeCall {
  const basic = who === undefined ? '' : Buffer.from(`${who.login}:${who.password}`).toString('base64');
  const headers = {
    Authorization: who === undefined ? `token ${token}` : `Basic ${basic}`,
    'Content-Type': 'application/json',
  };
  return async (call, body) => {
    const more =
      body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await ask(`${url}/REST/2.0/lethe/${call}`, { headers, ...more });
    return { status: answer.status, body: await answer.json() };
  };
}
