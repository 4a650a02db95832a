import type { App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import { isObject, objectsOf, textOf, type JsonObject } from './json-shape.ts';

const types = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth', 'mtls'];
const scopes = ['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username', 'basic_auth_password'];
const oauthFields = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];

function parametersOf({ manifest }: App): readonly JsonObject[] {
  return objectsOf(manifest['parameters']);
}

function nameOf(parameter: JsonObject): string {
  return textOf(parameter['name']);
}

/** Settings are a list. */
export function* parametersAreAList({ manifest }: App): Iterable<Complaint> {
  const given = manifest['parameters'];
  if (given !== undefined && !Array.isArray(given)) yield { key: 'unacceptable_array', about: 'parameters' };
}

/** No two settings share a name, and none is called `name`. */
export function* parameterNames(app: App): Iterable<Complaint> {
  const names = parametersOf(app).map(nameOf);
  for (const about of new Set(names.filter((name, at) => names.indexOf(name) !== at)))
    yield { key: 'duplicate_parameters', about };
  if (names.includes('name')) yield { key: 'name_as_parameter_name', about: 'name' };
}

/** Settings have a known type; passwords are none since January 2026. Without a type a setting is text. */
export function* parameterTypes(app: App): Iterable<Complaint> {
  for (const parameter of parametersOf(app))
    if (!types.includes(textOf(parameter['type'] ?? 'text')))
      yield { key: 'invalid_type_parameter', about: nameOf(parameter) };
}

/** Whether a setting is required or secure is said with a boolean. */
export function* parameterBooleans(app: App): Iterable<Complaint> {
  for (const parameter of parametersOf(app))
    for (const flag of ['required', 'secure'])
      if (parameter[flag] !== undefined && typeof parameter[flag] !== 'boolean')
        yield { key: 'unacceptable_boolean', about: `parameters.${nameOf(parameter)}.${flag}` };
}

/** Nobody can be asked for a setting nobody sees. */
export function* hiddenParameters(app: App): Iterable<Complaint> {
  for (const parameter of parametersOf(app))
    if (parameter['type'] === 'hidden' && parameter['required'] === true)
      yield { key: 'invalid_hidden_parameter', about: nameOf(parameter) };
}

/** At most one setting signs in with OAuth, and that one is not marked secure. */
export function* oauthParameters(app: App): Iterable<Complaint> {
  const oauth = parametersOf(app).filter((parameter) => parameter['type'] === 'oauth');
  if (oauth.length > 1) yield { key: 'too_many_oauth_parameters', about: oauth.map(nameOf).join(', ') };
  for (const parameter of oauth)
    if (parameter['secure'] === true) yield { key: 'oauth_parameter_cannot_be_secure', about: nameOf(parameter) };
}

/** Where a secure setting may be used is said with known words, and only of secure ones. */
export function* parameterScopes(app: App): Iterable<Complaint> {
  for (const parameter of parametersOf(app)) {
    const given = parameter['scopes'];
    if (given === undefined) continue;
    const about = nameOf(parameter);
    const words: readonly unknown[] = Array.isArray(given) ? given : [];
    if (parameter['secure'] !== true) yield { key: 'scopes_without_secure', about };
    if (words.length === 0) yield { key: 'scopes_empty', about };
    if (!words.every((word) => typeof word === 'string' && scopes.includes(word)))
      yield { key: 'scopes_unknown', about };
  }
}

/** An OAuth block is complete, and there is a setting that uses it. */
export function* oauthBlock(app: App): Iterable<Complaint> {
  const oauth = app.manifest['oauth'];
  if (!isObject(oauth)) return;
  for (const about of oauthFields) if (textOf(oauth[about]) === '') yield { key: 'oauth_keys.missing', about };
  if (!parametersOf(app).some((parameter) => parameter['type'] === 'oauth'))
    yield { key: 'oauth_parameter_required', about: 'parameters' };
}

/** Settings that sound like keys are secure, secure ones say where they are used, and neither they nor hidden ones have a default. */
export function* secureParameters(app: App): Iterable<Complaint> {
  for (const parameter of parametersOf(app)) {
    const about = nameOf(parameter);
    const secure = parameter['secure'] === true;
    const type = textOf(parameter['type'] ?? 'text');
    if (!secure && type === 'text' && /token|key|pwd|password/iu.test(about))
      yield { key: 'insecure_token_parameter_in_manifest', about };
    if (parameter['default'] !== undefined && (secure || type === 'hidden'))
      yield { key: 'default_secure_or_hidden_parameter_in_manifest', about };
    if (secure && parameter['scopes'] === undefined)
      yield { key: 'secure_parameters_with_no_scopes_in_manifest', about };
  }
}
