import { describe, expect, it } from '@jest/globals';
import { check } from './check.ts';
import { errorKeys, isError, type ComplaintKey } from './complaint-keys.ts';
import { textOf, type JsonObject } from './json-shape.ts';
import { field, good, packed, png, thing, trigger, type Parts } from './sample-app.ts';

const manifest = (change: JsonObject): Partial<Parts> => ({ manifest: { ...good.manifest, ...change } });
const without = (...names: readonly string[]): Partial<Parts> => ({
  manifest: Object.fromEntries(Object.entries(good.manifest).filter(([name]) => !names.includes(name))),
});
const parameter = (...parameters: readonly JsonObject[]): Partial<Parts> => ({
  ...manifest({ parameters }),
  english: {
    app: { ...app, parameters: Object.fromEntries(parameters.map(({ name }) => [textOf(name), { label: 'Label' }])) },
  },
});
const place = (support: unknown): Partial<Parts> => manifest({ location: { support } });
const file = (path: string, content: string | Uint8Array): Partial<Parts> => ({
  files: { ...good.files, [path]: content },
});
const requirements = (change: JsonObject): Partial<Parts> => ({ requirements: change });
const objects = (custom_objects_v2: unknown): Partial<Parts> => requirements({ custom_objects_v2 });
const fields = (...object_fields: readonly JsonObject[]): Partial<Parts> =>
  objects({ objects: [thing], object_fields });
const triggers = (...object_triggers: readonly JsonObject[]): Partial<Parts> =>
  objects({ objects: [thing], object_triggers });
const advertisement = (change: JsonObject): Partial<Parts> => ({
  manifest: { ...without('location', 'frameworkVersion', 'parameters').manifest, marketingOnly: true, ...change },
  requirements: undefined,
});
const requirementsOnly: Partial<Parts> = {
  manifest: { ...without('location', 'frameworkVersion').manifest, requirementsOnly: true },
};
const app = { name: 'App', short_description: 'Short', long_description: 'Long', installation_instructions: 'Install' };
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const withoutFile = (path: string): Partial<Parts> => ({
  files: Object.fromEntries(Object.entries(good.files).filter(([name]) => name !== path)),
});

/** For each complaint one way to earn it. A complaint without one does not compile. */
const broken: Readonly<Record<ComplaintKey, Partial<Parts> | 'no manifest' | 'manifest below' | 'no JSON'>> = {
  missing_manifest: 'no manifest',
  nested_manifest: 'manifest below',
  manifest_not_json: 'no JSON',
  'manifest_keys.missing': without('author'),
  unacceptable_string: manifest({ version: 1 }),
  unacceptable_boolean: manifest({ singleInstall: 'yes' }),
  unacceptable_array: manifest({ parameters: {} }),
  unacceptable_array_of_strings: manifest({ domainWhitelist: [1] }),
  invalid_version: manifest({ frameworkVersion: '2' }),
  invalid_default_locale: manifest({ defaultLocale: 'english' }),
  missing_translation_file: manifest({ defaultLocale: 'da' }),
  invalid_url: manifest({ author: { name: 'Somebody', url: '' } }),
  no_template_deprecated_in_v2: manifest({ noTemplate: true }),
  no_location_required: manifest({ requirementsOnly: true, frameworkVersion: undefined }),
  no_parameters_required: advertisement({ parameters: [] }),
  no_framework_version_required: manifest({ requirementsOnly: true, location: undefined }),
  marketing_only_app_cant_be_private: advertisement({ private: true }),
  duplicate_parameters: parameter({ name: 'one' }, { name: 'one' }),
  name_as_parameter_name: parameter({ name: 'name' }),
  invalid_type_parameter: parameter({ name: 'one', type: 'password' }),
  invalid_hidden_parameter: parameter({ name: 'one', type: 'hidden', required: true }),
  too_many_oauth_parameters: parameter({ name: 'one', type: 'oauth' }, { name: 'two', type: 'oauth' }),
  oauth_parameter_cannot_be_secure: parameter({ name: 'one', type: 'oauth', secure: true, scopes: ['header'] }),
  scopes_without_secure: parameter({ name: 'one', scopes: ['header'] }),
  scopes_empty: parameter({ name: 'one', secure: true, scopes: [] }),
  scopes_unknown: parameter({ name: 'one', secure: true, scopes: ['footer'] }),
  'oauth_keys.missing': manifest({ parameters: [{ name: 'groups', type: 'oauth' }], oauth: { client_id: 'id' } }),
  oauth_parameter_required: manifest({
    oauth: { client_id: '1', client_secret: '2', authorize_uri: '3', access_token_uri: '4' },
  }),
  invalid_host: manifest({ location: { mail: { modal: 'https://app.test' } } }),
  invalid_location: place({ wall: 'https://app.test' }),
  invalid_location_uri: place({ modal: 'assets/other.html' }),
  blank_location_uri: place({ modal: { autoLoad: true } }),
  invalid_location_flexible_type: place({ modal: { url: 'https://app.test', flexible: 'yes' } }),
  locations_must_be_urls: place(['modal']),
  'translation.invalid_locale': file('translations/english.json', '{}'),
  'translation.not_json': file('translations/de.json', '{'),
  'translation.not_json_object': file('translations/de.json', '[]'),
  'translation.missing_required_key': {
    english: { app: { ...app, long_description: '', parameters: { groups: { label: 'L' } } } },
  },
  'translation.missing_parameter_label': { english: { app } },
  missing_requirements: { ...requirementsOnly, requirements: undefined },
  requirements_not_supported: { ...advertisement({}), requirements: {} },
  requirements_not_json: { requirements: [] },
  invalid_requirements_types: requirements({ wishes: {} }),
  excessive_requirements: requirements({ macros: many(5001, () => ({ title: 'Macro' })) }),
  missing_required_fields: requirements({ user_fields: { mark: { title: 'Mark' } } }),
  multiple_channel_integrations: requirements({
    channel_integrations: { a: { manifest_url: '1' }, b: { manifest_url: '2' } },
  }),
  invalid_cov2_requirements_structure: objects([]),
  empty_cov2_requirements: objects({ objects: [] }),
  invalid_cov2_objects_structure: objects({ objects: [thing], object_fields: {} }),
  excessive_cov2_payload_size: objects({ objects: [{ ...thing, description: 'x'.repeat(1_048_577) }] }),
  unknown_cov2_object_key: fields({ ...field('one'), object_key: 'other' }),
  missing_cov2_object_schema_key: objects({ objects: [{ ...thing, title: undefined }] }),
  missing_cov2_field_schema_key: fields({ ...field('one'), type: undefined }),
  missing_cov2_trigger_schema_key: triggers({ ...trigger(), title: undefined }),
  invalid_cov2_trigger_conditions_structure: triggers(trigger({ conditions: [] })),
  empty_cov2_trigger_conditions: triggers(trigger({ conditions: { all: [] } })),
  invalid_cov2_trigger_actions_structure: triggers(trigger({ actions: {} })),
  empty_cov2_trigger_actions: triggers(trigger({ actions: [] })),
  excessive_custom_objects_v2_requirements: objects({ objects: many(51, (at) => ({ ...thing, key: `thing${at}` })) }),
  excessive_custom_objects_v2_fields: fields(...many(21, (at) => field(`field${at}`))),
  excessive_custom_objects_v2_triggers: triggers(...many(21, () => trigger())),
  excessive_custom_objects_v2_trigger_conditions: triggers(
    trigger({ conditions: { all: many(30, () => ({})), any: many(21, () => ({})) } }),
  ),
  excessive_custom_objects_v2_trigger_actions: triggers(trigger({ actions: many(26, () => ({})) })),
  excessive_cov2_selection_fields_per_object: fields(...many(6, (at) => field(`field${at}`, { type: 'dropdown' }))),
  excessive_cov2_field_options: fields(
    field('one', { type: 'multiselect', custom_field_options: many(11, () => ({})) }),
  ),
  excessive_cov2_relationship_filter_conditions: fields(
    field('one', { relationship_filter: { all: many(21, () => ({})) } }),
  ),
  unsupported_mime_type_detected: file('assets/notes.txt', Buffer.from('504b0304', 'hex')),
  symlink_in_zip: { links: ['assets/link.js'] },
  dirty_svg: file('assets/icon_nav_bar.svg', '<svg><script>go()</script></svg>'),
  'banner.invalid_format': file('assets/banner.png', 'GIF89a'),
  'banner.invalid_size': file('assets/banner.png', png(831, 200)),
  missing_asset: withoutFile('assets/logo.png'),
  invalid_logo_size: file('assets/logo-small.png', png(64, 64)),
  bitmap_in_svg: file('assets/icon_nav_bar.svg', '<svg><image href="a.png"/></svg>'),
  insecure_http_request: file('assets/main.js', 'go("http://app.test/x")'),
  application_secret: file('assets/main.js', '-----BEGIN PRIVATE KEY-----'),
  generic_secrets: file('assets/main.js', 'ask("password")'),
  insecure_token_parameter_in_manifest: parameter({ name: 'api_token' }),
  default_secure_or_hidden_parameter_in_manifest: parameter({ name: 'one', type: 'hidden', default: 'x' }),
  secure_parameters_with_no_scopes_in_manifest: parameter({ name: 'one', secure: true }),
};

function complaintsOn(change: (typeof broken)[ComplaintKey]) {
  const { files, links } = packed({ ...good, ...(typeof change === 'string' ? {} : change) });
  const whole = new Map(files);
  const text = whole.get('manifest.json')!;
  if (typeof change === 'string') whole.delete('manifest.json');
  if (change === 'manifest below') whole.set('my-app/manifest.json', text);
  if (change === 'no JSON') whole.set('manifest.json', Buffer.from('{"author":'));
  return check({ files: whole, links });
}

describe('a package is checked by the rules Zendesk checks it by', () => {
  it('nothing is wrong with a good one', () => {
    expect(check(packed(good))).toEqual([]);
  });

  it.each(Object.entries(broken))('%s is found, and nothing else', (key, change) => {
    const grave = errorKeys.some((error) => error === key);
    const found = complaintsOn(change).filter((complaint) => isError(complaint) === grave);
    expect([...new Set(found.map((complaint) => complaint.key))]).toEqual([key]);
  });

  it('an error keeps a package out, a warning does not', () => {
    expect(isError({ key: 'invalid_version', about: '' })).toBe(true);
    expect(isError({ key: 'generic_secrets', about: '' })).toBe(false);
    expect(new Set(errorKeys).size).toBe(errorKeys.length);
  });
});

describe('a rule has more than one side', () => {
  it.each<[string, ComplaintKey, Partial<Parts>]>([
    ['a place without its icon', 'missing_asset', withoutFile('assets/icon_nav_bar.svg')],
    ['a setting that is required in words', 'unacceptable_boolean', parameter({ name: 'one', required: 'yes' })],
    ['a password, which is no type any more', 'invalid_type_parameter', parameter({ name: 'one', type: 'password' })],
    ['no framework version', 'manifest_keys.missing', without('frameworkVersion')],
    ['an address without encryption', 'invalid_location_uri', place({ modal: 'http://app.test/modal' })],
    ['an attribute that acts', 'dirty_svg', file('assets/icon_nav_bar.svg', '<svg onload="go()"/>')],
    ['a channel without a manifest', 'missing_required_fields', requirements({ channel_integrations: { one: {} } })],
  ])('%s: %s', (_, key, change) => {
    expect(complaintsOn(change).map((complaint) => complaint.key)).toContain(key);
  });
});

describe('near misses pass', () => {
  it.each<[string, Partial<Parts>]>([
    ['a language of three letters', { ...manifest({ defaultLocale: 'fil' }), ...file('translations/fil.json', '{}') }],
    ['a region behind the language', file('translations/en-gb.json', '{}')],
    ['an address on this machine', place({ modal: 'http://localhost:4567/x' })],
    ['an address made from a setting', place({ modal: 'https://{{setting.host}}/x' })],
    ['a page of the package with a query', place({ modal: 'assets/iframe.html?x=1#y' })],
    ['a place that loads later without an address', place({ background: { autoLoad: false } })],
    ['no requirements', { requirements: undefined }],
    ['no terms', without('termsConditionsURL')],
    ['20 fields', fields(...many(20, (at) => field(`field${at}`)))],
    ['50 conditions', triggers(trigger({ conditions: { all: many(50, () => ({})) } }))],
    ['a small banner', file('assets/banner.png', png(830, 200))],
    ['the name of a vocabulary', file('assets/main.js', 'in("http://www.w3.org/2000/svg")')],
    [
      'a private app that says little',
      { ...manifest({ private: true }), english: { app: { name: 'App', parameters: { groups: { label: 'G' } } } } },
    ],
  ])('%s', (_, change) => {
    expect(complaintsOn(change)).toEqual([]);
  });
});
