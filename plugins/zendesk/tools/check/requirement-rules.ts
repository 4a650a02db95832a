import { jsonIn, objectIn, type App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import { isObject, objectOf, textOf, type JsonObject } from './json-shape.ts';

const path = 'requirements.json';
const most = 5000;
const titled = [
  ...['automations', 'macros', 'targets', 'triggers', 'views', 'webhooks'],
  ...['ticket_fields', 'user_fields', 'organization_fields'],
];
const types = [...titled, 'channel_integrations', 'custom_objects', 'custom_objects_v2'];
const keyed = ['user_fields', 'organization_fields'];

function requirementsOf({ files }: App): JsonObject {
  return objectIn(files, path) ?? {};
}

/** An app of requirements alone has some, an advertisement has none, and they are a JSON object. */
export function* requirementsFit({ files, manifest }: App): Iterable<Complaint> {
  const json = jsonIn(files, path);
  if (json === 'absent') {
    if (manifest['requirementsOnly'] === true) yield { key: 'missing_requirements', about: path };
    return;
  }
  if (manifest['marketingOnly'] === true) yield { key: 'requirements_not_supported', about: path };
  if (json === 'broken' || !isObject(json.value)) yield { key: 'requirements_not_json', about: path };
}

/** Only what Zendesk can create is asked for. */
export function* requirementTypes(app: App): Iterable<Complaint> {
  for (const about of Object.keys(requirementsOf(app)))
    if (!types.includes(about)) yield { key: 'invalid_requirements_types', about };
}

/** At most 5000 things are asked for. */
export function* requirementCount(app: App): Iterable<Complaint> {
  const count = Object.values(requirementsOf(app))
    .flatMap((group) => (isObject(group) ? Object.values(group) : group))
    .flat().length;
  if (count > most) yield { key: 'excessive_requirements', about: `${count} of ${most}` };
}

/** What is created has a title; fields of users and organizations also have a key. */
export function* requirementFields(app: App): Iterable<Complaint> {
  for (const [type, group] of Object.entries(requirementsOf(app))) {
    const wanted = [...(titled.includes(type) ? ['title'] : []), ...(keyed.includes(type) ? ['key'] : [])];
    for (const [identifier, fields] of Object.entries(objectOf(group)))
      for (const field of wanted)
        if (textOf(objectOf(fields)[field]) === '')
          yield { key: 'missing_required_fields', about: `${type}.${identifier}.${field}` };
  }
}

/** At most one channel is integrated, and it has a manifest. */
export function* channelIntegrations(app: App): Iterable<Complaint> {
  const channels = Object.entries(objectOf(requirementsOf(app)['channel_integrations']));
  if (channels.length > 1) yield { key: 'multiple_channel_integrations', about: 'channel_integrations' };
  for (const [name, fields] of channels)
    if (textOf(objectOf(fields)['manifest_url']) === '')
      yield { key: 'missing_required_fields', about: `channel_integrations.${name}.manifest_url` };
}
