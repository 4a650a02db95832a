import { objectIn, type App } from './app-package.ts';
import type { Complaint, ErrorKey } from './complaint-keys.ts';
import { isObject, missingIn, objectOf, objectsOf, sizeOf, textOf, type JsonObject } from './json-shape.ts';

const wanted = {
  objects: {
    key: 'missing_cov2_object_schema_key',
    names: ['key', 'title', 'title_pluralized', 'include_in_list_view'],
  },
  object_fields: { key: 'missing_cov2_field_schema_key', names: ['key', 'title', 'type', 'object_key'] },
  object_triggers: { key: 'missing_cov2_trigger_schema_key', names: ['object_key', 'title', 'actions', 'conditions'] },
} as const;
const collections = ['objects', 'object_fields', 'object_triggers'] as const;
const most = { bytes: 1_048_576, objects: 50, fields: 20, triggers: 20, conditions: 50, actions: 25 };
const mostOfSelection = { fields: 5, options: 10, filterConditions: 20 };

/** What is asked for under `custom_objects_v2`; nothing if that is no object. */
function customObjects({ files }: App): JsonObject {
  return objectOf(objectIn(files, 'requirements.json')?.['custom_objects_v2']);
}

/** Custom objects are three lists, of which one holds something, and not too much of it. */
export function* customObjectLists(app: App): Iterable<Complaint> {
  const given = objectIn(app.files, 'requirements.json')?.['custom_objects_v2'];
  if (given === undefined) return;
  if (!isObject(given)) {
    yield { key: 'invalid_cov2_requirements_structure', about: 'custom_objects_v2' };
    return;
  }
  for (const about of collections)
    if (given[about] !== undefined && !Array.isArray(given[about]))
      yield { key: 'invalid_cov2_objects_structure', about };
  if (collections.every((name) => given[name] === undefined || sizeOf(given[name]) === 0))
    yield { key: 'empty_cov2_requirements', about: 'custom_objects_v2' };
  if (new TextEncoder().encode(JSON.stringify(given)).length > most.bytes)
    yield { key: 'excessive_cov2_payload_size', about: 'custom_objects_v2' };
}

/** Objects, fields and triggers have what each must have. */
export function* customObjectKeys(app: App): Iterable<Complaint> {
  const given = customObjects(app);
  for (const collection of collections) {
    const { key, names } = wanted[collection];
    for (const [at, item] of objectsOf(given[collection]).entries())
      for (const name of missingIn(item, names)) yield { key, about: `${collection}[${at}].${name}` };
  }
}

/** Fields and triggers belong to an object of the same list. */
export function* customObjectReferences(app: App): Iterable<Complaint> {
  const given = customObjects(app);
  const keys = objectsOf(given['objects']).map((object) => object['key']);
  for (const collection of ['object_fields', 'object_triggers'])
    for (const item of objectsOf(given[collection]))
      if (item['object_key'] !== undefined && !keys.includes(item['object_key']))
        yield { key: 'unknown_cov2_object_key', about: `${collection}: ${textOf(item['object_key'])}` };
}

/** There are at most 50 objects, with 20 fields and 20 triggers each. */
export function* customObjectCounts(app: App): Iterable<Complaint> {
  const { objects, object_fields: fields, object_triggers: triggers } = customObjects(app);
  if (sizeOf(objects) > most.objects)
    yield { key: 'excessive_custom_objects_v2_requirements', about: `${sizeOf(objects)} of ${most.objects}` };
  yield* tooMany(objectsOf(fields), most.fields, 'excessive_custom_objects_v2_fields');
  yield* tooMany(objectsOf(triggers), most.triggers, 'excessive_custom_objects_v2_triggers');
}

/** Fields to choose from are few, and so are their options and the conditions of a lookup. */
export function* customObjectFields(app: App): Iterable<Complaint> {
  const fields = objectsOf(customObjects(app)['object_fields']);
  for (const type of ['dropdown', 'multiselect']) {
    const chosen = fields.filter((field) => field['type'] === type);
    yield* tooMany(chosen, mostOfSelection.fields, 'excessive_cov2_selection_fields_per_object');
    for (const field of chosen)
      if (sizeOf(field['custom_field_options']) > mostOfSelection.options)
        yield { key: 'excessive_cov2_field_options', about: textOf(field['key']) };
  }
  for (const field of fields)
    if (conditionCount(objectOf(field['relationship_filter'])) > mostOfSelection.filterConditions)
      yield { key: 'excessive_cov2_relationship_filter_conditions', about: textOf(field['key']) };
}

/** Triggers have conditions and actions, as lists and not too many. */
export function* customObjectTriggers(app: App): Iterable<Complaint> {
  for (const { title, conditions, actions } of objectsOf(customObjects(app)['object_triggers'])) {
    const about = textOf(title);
    if (conditions !== undefined) yield* conditionsOf(conditions, about);
    if (actions === undefined) continue;
    if (!Array.isArray(actions)) yield { key: 'invalid_cov2_trigger_actions_structure', about };
    else if (actions.length === 0) yield { key: 'empty_cov2_trigger_actions', about };
    if (sizeOf(actions) > most.actions) yield { key: 'excessive_custom_objects_v2_trigger_actions', about };
  }
}

function* conditionsOf(conditions: unknown, about: string): Iterable<Complaint> {
  const { all, any } = objectOf(conditions);
  const given = [all, any].filter((list) => list !== undefined);
  if (given.length === 0 || !given.every(Array.isArray)) {
    yield { key: 'invalid_cov2_trigger_conditions_structure', about };
    return;
  }
  const count = conditionCount(objectOf(conditions));
  if (count === 0) yield { key: 'empty_cov2_trigger_conditions', about };
  if (count > most.conditions) yield { key: 'excessive_custom_objects_v2_trigger_conditions', about };
}

function conditionCount({ all, any }: JsonObject): number {
  return sizeOf(all) + sizeOf(any);
}

function* tooMany(items: readonly JsonObject[], limit: number, key: ErrorKey): Iterable<Complaint> {
  for (const about of new Set(items.map((item) => textOf(item['object_key']))))
    if (items.filter((item) => item['object_key'] === about).length > limit) yield { key, about };
}
