import { jsonIn, type App, type AppPackage } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import { isObject, missingIn, objectOf, textOf } from './json-shape.ts';

const locale = /^[a-z]{2,3}(-\w{2,3})?$/u;
const flags = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private'];
const texts = ['defaultLocale', 'version', 'frameworkVersion', 'termsConditionsURL'];

/** A package has a manifest in its root, and it is a JSON object. */
export function* manifestIsThere({ files }: AppPackage): Iterable<Complaint> {
  const json = jsonIn(files, 'manifest.json');
  if (json === 'absent') {
    const nested = [...files.keys()].find((path) => /^[^/]+\/manifest\.json$/u.test(path));
    yield nested === undefined
      ? { key: 'missing_manifest', about: 'manifest.json' }
      : { key: 'nested_manifest', about: nested };
  } else if (json === 'broken' || !isObject(json.value)) yield { key: 'manifest_not_json', about: 'manifest.json' };
}

/** Author and language are given; so are the places and the framework's version of an app that shows anything. */
export function* requiredKeys({ manifest }: App): Iterable<Complaint> {
  const shown = manifest['requirementsOnly'] === true || manifest['marketingOnly'] === true;
  const wanted = ['author', 'defaultLocale', ...(shown ? [] : ['location', 'frameworkVersion'])];
  for (const about of missingIn(manifest, wanted)) yield { key: 'manifest_keys.missing', about };
}

/** The framework's version is 2.0 to the letter. */
export function* frameworkVersion({ manifest }: App): Iterable<Complaint> {
  const version = manifest['frameworkVersion'];
  if (version !== undefined && version !== '2.0') yield { key: 'invalid_version', about: 'frameworkVersion' };
}

/** The language is written as Zendesk writes languages, and its texts are there. */
export function* defaultLocale({ manifest, files }: App): Iterable<Complaint> {
  const chosen = manifest['defaultLocale'];
  if (typeof chosen !== 'string') return;
  if (!locale.test(chosen)) yield { key: 'invalid_default_locale', about: chosen };
  else if (!files.has(`translations/${chosen}.json`)) yield { key: 'missing_translation_file', about: chosen };
}

/** Addresses of author and terms are complete; an empty one is wrong, so leave the key out. */
export function* addresses({ manifest }: App): Iterable<Complaint> {
  const given = [
    ['termsConditionsURL', manifest['termsConditionsURL']],
    ['author.url', objectOf(manifest['author'])['url']],
  ] as const;
  for (const [about, value] of given)
    if (typeof value === 'string' && !isWebAddress(value)) yield { key: 'invalid_url', about };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:/u.test(text);
}

/** What is yes or no is a boolean, not a word. */
export function* booleans({ manifest }: App): Iterable<Complaint> {
  for (const about of flags)
    if (manifest[about] !== undefined && typeof manifest[about] !== 'boolean')
      yield { key: 'unacceptable_boolean', about };
}

/** What is text is text. */
export function* strings({ manifest }: App): Iterable<Complaint> {
  const author = objectOf(manifest['author']);
  const given = [
    ...texts.map((name) => [name, manifest[name]] as const),
    ...['name', 'email', 'url'].map((name) => [`author.${name}`, author[name]] as const),
  ];
  for (const [about, value] of given)
    if (value !== undefined && typeof value !== 'string') yield { key: 'unacceptable_string', about };
}

/** The domains a proxy may call are a list of texts. */
export function* domainWhitelist({ manifest }: App): Iterable<Complaint> {
  const domains = manifest['domainWhitelist'];
  if (domains === undefined) return;
  if (!Array.isArray(domains) || !domains.every((domain) => typeof domain === 'string'))
    yield { key: 'unacceptable_array_of_strings', about: 'domainWhitelist' };
}

/** `noTemplate` belongs to the first framework. */
export function* noTemplate({ manifest }: App): Iterable<Complaint> {
  if (manifest['noTemplate'] !== undefined && manifest['noTemplate'] !== false)
    yield { key: 'no_template_deprecated_in_v2', about: 'noTemplate' };
}

/** An app that shows nothing names no place and no version, and one that only advertises is public and asks nothing. */
export function* showsNothing({ manifest }: App): Iterable<Complaint> {
  const marketing = manifest['marketingOnly'] === true;
  if (!marketing && manifest['requirementsOnly'] !== true) return;
  if (manifest['location'] !== undefined) yield { key: 'no_location_required', about: 'location' };
  if (textOf(manifest['frameworkVersion']) !== '')
    yield { key: 'no_framework_version_required', about: 'frameworkVersion' };
  if (marketing && manifest['private'] === true) yield { key: 'marketing_only_app_cant_be_private', about: 'private' };
  if (marketing && manifest['parameters'] !== undefined) yield { key: 'no_parameters_required', about: 'parameters' };
}
