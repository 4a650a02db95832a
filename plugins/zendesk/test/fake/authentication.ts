import type { IncomingMessage } from 'node:http';
import { Refused } from './answer.ts';
import type { Token, User } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** Who sits at the browser. */
export class Door {
  session: number | undefined;

  constructor(session: number | undefined) {
    this.session = session;
  }
}

/** Whose call it is: by token, or by the browser's session, which is how an app's calls come in. */
export function userIn(
  zendesk: Zendesk,
  { headers }: IncomingMessage,
  { session }: Door,
): { readonly user: User; readonly app: boolean; readonly scopes: readonly string[] } {
  const { authorization } = headers;
  const app = authorization === undefined;
  const held = app ? undefined : heldToken(zendesk, /^Bearer (.+)$/.exec(authorization)?.[1]);
  const user = zendesk.users.find((app ? session : held?.user_id) ?? 0);
  if (user?.active !== true || user.suspended) throw new Refused(401, { error: "Couldn't authenticate you" });
  return { user, app, scopes: held?.scopes ?? ['read', 'write'] };
}

/** Expired tokens are none. Passwords and API tokens are refused. */
function heldToken(zendesk: Zendesk, token: string | undefined): Token | undefined {
  const [held] = token === undefined ? [] : zendesk.tokens.where((one) => one.token === token);
  return held !== undefined && (held.expires_at ?? Infinity) > zendesk.milliseconds() ? held : undefined;
}

/** Narrow scopes such as `tickets:read` open their own resource, and never the audits of tickets. */
export function checkScope(scopes: readonly string[], method: string | undefined, path: string): void {
  const verb = method === 'GET' ? 'read' : 'write';
  const [, resource = ''] = /^\/api\/v2\/(\w+)/.exec(path) ?? [];
  if (scopes.includes(verb)) return;
  if (scopes.includes(`${resource}:${verb}`) && !path.endsWith('/audits')) return;
  throw new Refused(403, { error: 'Forbidden', description: `You are missing the following required scopes: ${verb}` });
}
