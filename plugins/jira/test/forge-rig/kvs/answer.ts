/** What the key-value store answers when it refuses. https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** A refusal by its code. The names of the codes for a failed condition and a taken key are guesses: nothing may depend on them. */
export function refusal(code: string, status = 400): Refusal {
  return { status, code };
}

/** What goes back over the wire. */
export interface KvsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Done, with nothing to tell. */
export const done: KvsAnswer = { status: 204 };

/** The refusal as it goes over the wire. */
export function refused({ status, code }: Refusal): KvsAnswer {
  return { status, body: { code, message: 'The fake store refused this request.' } };
}
