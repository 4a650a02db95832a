import { ask } from '../shared/ask.ts';
import type { NativeCall } from '../shared/native-calls.ts';
import type { Access } from './rest.ts';

/** Calls the native part of a Redmine. */
export function nativeOf(access: Access): NativeCall {
  return async (call, body) => {
    const headers = { 'X-Redmine-API-Key': access.key, 'Content-Type': 'application/json' };
    const more =
      body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await ask(`${access.url}/lethe/${call}.json`, { headers, ...more });
    return { status: answer.status, body: await answer.json() };
  };
}
