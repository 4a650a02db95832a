import type { HostKind, WrittenHost } from './use-hosts.ts';

/** What was typed about a host, by the path of each field. */
export type TypedFields = Readonly<Record<string, string>>;

/**
 * The settings and keys of a host as the server takes them. The settings name a variable for each key, and the key goes beside
 * them; whoever fills in the form need not know of variables.
 */
export function writtenHost({ kind, fields }: HostKind, typed: TypedFields): WrittenHost {
  const settings: Record<string, unknown> = {};
  const keys: Record<string, string> = {};
  for (const { path, type, value = '' } of fields) {
    const given = type === 'fixed' ? value : (typed[path] ?? value).trim();
    if (type === 'key') {
      const variable = variableFor(path);
      put(settings, path, variable);
      if (given !== '') keys[variable] = given;
    } else put(settings, path, given);
  }
  return { kind, settings, keys };
}

/** `signIn.clientSecretFrom` is kept as `SIGN_IN_CLIENT_SECRET`. */
function variableFor(path: string): string {
  const words = path.replace(/From$/u, '').replace(/([a-z])([A-Z])/gu, '$1_$2');
  return words.replace(/\W+/gu, '_').toUpperCase();
}

function put(settings: Record<string, unknown>, path: string, value: string): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    settings[first] = value;
    return;
  }
  const inner: Record<string, unknown> = { ...(isObject(settings[first]) ? settings[first] : {}) };
  put(inner, rest.join('.'), value);
  settings[first] = inner;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
