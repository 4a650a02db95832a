/** What to send; everything but the address may be left out. */
export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/** One call that keeps no connection open behind it, so that a test run ends when its tests do. Follows no redirect. */
export async function ask(url: string, request: Request = {}): Promise<Response> {
  return fetch(url, { ...request, headers: { ...request.headers, Connection: 'close' }, redirect: 'manual' });
}
