import { jsonIn, objectIn, type App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import { isObject, objectOf, objectsOf, textOf } from './json-shape.ts';

const locale = /^[a-z]{2,3}(-\w{2,3})?$/u;

function translationPaths({ files }: App): readonly string[] {
  return [...files.keys()].filter((path) => /^translations\/[^/]+\.json$/u.test(path));
}

/** Translations are named by their language. */
export function* translationNames(app: App): Iterable<Complaint> {
  for (const about of translationPaths(app))
    if (!locale.test(about.slice('translations/'.length, -'.json'.length)))
      yield { key: 'translation.invalid_locale', about };
}

/** Translations are JSON objects. */
export function* translationsAreObjects(app: App): Iterable<Complaint> {
  for (const about of translationPaths(app)) {
    const json = jsonIn(app.files, about);
    if (json === 'broken') yield { key: 'translation.not_json', about };
    else if (json !== 'absent' && !isObject(json.value)) yield { key: 'translation.not_json_object', about };
  }
}

/** The English texts hold what the marketplace shows; of a private app, its name. */
export function* marketplaceTexts({ files, manifest }: App): Iterable<Complaint> {
  const english = objectIn(files, 'translations/en.json');
  if (english === undefined) return;
  const app = objectOf(english['app']);
  const wanted =
    manifest['private'] === false
      ? ['name', 'short_description', 'long_description', 'installation_instructions']
      : ['name'];
  for (const about of wanted)
    if (textOf(app[about]) === '') yield { key: 'translation.missing_required_key', about: `app.${about}` };
}

/** Each setting has a label in English. */
export function* parameterLabels({ files, manifest }: App): Iterable<Complaint> {
  const english = objectIn(files, 'translations/en.json');
  if (english === undefined) return;
  const labels = objectOf(objectOf(english['app'])['parameters']);
  for (const name of objectsOf(manifest['parameters']).map((parameter) => textOf(parameter['name'])))
    if (textOf(objectOf(labels[name])['label']) === '')
      yield { key: 'translation.missing_parameter_label', about: `app.parameters.${name}.label` };
}
