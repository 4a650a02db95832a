import type { APIResponse, RequestInit, Route, route } from '@forge/api';

/** Makes a call to Jira in somebody's name. */
export interface ForgeJira {
  requestJira(path: Route, init: RequestInit): Promise<APIResponse>;
}

/** All that is used of `@forge/api`; the package itself is handed in. */
export interface ForgeApi {
  asApp(): ForgeJira;
  /** Without an account: whoever clicked. */
  asUser(account?: string): ForgeJira;
  readonly route: typeof route;
}

/** One call, ready to be spelt out. */
export interface ForgeRequest {
  readonly jira: ForgeJira;
  readonly route: ForgeApi['route'];
  /** What goes into a gap of the path, encoded. */
  readonly gap: (name: string) => string;
  readonly query: URLSearchParams;
  /** All but the method. */
  readonly init: RequestInit;
}
