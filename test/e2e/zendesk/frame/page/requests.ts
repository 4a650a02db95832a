import { recordOf } from './messages.ts';

interface Forwarded {
  readonly ok: boolean;
  /** What the SDK calls its promise with. */
  readonly args: readonly unknown[];
}

/** Sends a request of the app in the agent's session and gives the answer the way the framework gives it. */
export async function forwarded(message: unknown): Promise<Forwarded> {
  const { url, type, data, contentType, httpCompleteResponse } = recordOf(message);
  const body = typeof data === 'string' ? { body: data } : {};
  const headers = typeof contentType === 'string' ? { headers: { 'content-type': contentType } } : {};
  try {
    const answer = await fetch(String(url), { method: typeof type === 'string' ? type : 'GET', ...body, ...headers });
    const response = await completeResponse(answer);
    if (!answer.ok) return { ok: false, args: [response] };
    return {
      ok: true,
      args: httpCompleteResponse === true ? [response] : [response.responseJSON, 'success', response],
    };
  } catch {
    return { ok: false, args: [{ status: 0, statusText: 'error', responseText: '' }] };
  }
}

async function completeResponse(answer: Response) {
  const { status, statusText } = answer;
  const responseText = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  return { status, statusText, responseText, responseJSON: jsonIn(responseText), headers };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
