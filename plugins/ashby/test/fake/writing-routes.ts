import { anonymize } from './anonymizing.ts';
import { Refused, invalid, isObject, listIn, notFound, only, textIn } from './answer.ts';
import type { Ashby } from './ashby.ts';
import { candidateIn } from './reading-routes.ts';
import type { Candidate, FieldValue } from './records.ts';
import type { Route } from './route.ts';
import * as shapes from './shapes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** Calls that change something. */
export function writingRoutes(ashby: Ashby): readonly Route[] {
  const writing = (endpoint: string, answer: Route['answer']): Route => ({ endpoint, isWrite: true, answer });
  const shown = (id: string): object => ({ results: shapes.candidateShape(ashby, ashby.candidates.get(id)) });
  return [
    writing('candidate.anonymize', (body) => {
      const { id } = candidateIn(ashby, only(body, ['candidateId']));
      anonymize(ashby, id);
      return shown(id);
    }),
    writing('candidate.update', (body) => {
      const candidate = candidateIn(ashby, body);
      if (ashby.anonymized.find(candidate.id) !== undefined && !ashby.behaviour.changesAfter) throw invalid();
      ashby.candidates.update(candidate.id, { ...changesIn(candidate, body), updatedAt: ashby.now() });
      mail(ashby, candidate, body);
      return shown(candidate.id);
    }),
    writing('candidate.removeTag', (body) => {
      const { id, tags } = candidateIn(ashby, only(body, ['candidateId', 'tagId']));
      const tag = textIn(body, 'tagId');
      if (ashby.tags.find(tag) === undefined) throw notFound('tag');
      ashby.candidates.update(id, { tags: tags.filter((one) => one !== tag), updatedAt: ashby.now() });
      return shown(id);
    }),
    writing('customField.setValue', (body) => {
      const [value] = setFields(ashby, only(body, ['objectId', 'objectType', 'fieldId', 'fieldValue']), [body]);
      return { results: value };
    }),
    writing('customField.setValues', (body) => {
      const values = listIn(only(body, ['objectId', 'objectType', 'values']), 'values');
      if (values.length === 0) throw invalid();
      return { results: setFields(ashby, body, values) };
    }),
    ...webhookRoutes(ashby),
  ];
}

const changeable = ['name', 'email', 'phoneNumber', 'alternateEmail', 'socialLinks', 'sendNotifications'];

/** What is left out stays as it is. An alternate address only adds one. */
function changesIn({ emailAddresses }: Candidate, body: unknown): Partial<Candidate> {
  const given = only(body, ['candidateId', ...changeable]);
  const more = 'alternateEmail' in given ? [{ value: textIn(given, 'alternateEmail'), type: 'Other' as const }] : [];
  return {
    ...('name' in given ? { name: textIn(given, 'name') } : {}),
    ...('socialLinks' in given ? { socialLinks: linksIn(given) } : {}),
    emailAddresses: [...emailAddresses, ...more.map((one) => ({ ...one, isPrimary: false }))],
  };
}

function linksIn(body: unknown): Candidate['socialLinks'] {
  return listIn(body, 'socialLinks').map((one) => ({ type: textIn(one, 'type'), url: textIn(one, 'url') }));
}

/** Whoever follows a candidate is mailed unless the call says otherwise. */
function mail(ashby: Ashby, { id, name }: Candidate, body: unknown): void {
  if (isObject(body) && body['sendNotifications'] === false) return;
  ashby.mailed.put({ id: `mail-${ashby.mailed.all().length + 1}`, candidate: id, text: `${name} was changed.` });
}

function setFields(ashby: Ashby, body: unknown, values: readonly unknown[]): readonly FieldValue[] {
  const id = textIn(body, 'objectId');
  const rows = textIn(body, 'objectType') === 'Candidate' ? ashby.candidates : ashby.applications;
  const row = rows.find(id);
  if (row === undefined) throw notFound('object');
  const set = values.map((one) => fieldValue(ashby, one));
  const customFields = set.reduce(
    (all, value) =>
      all.some(({ id: known }) => known === value.id)
        ? all.map((one) => (one.id === value.id ? value : one))
        : [...all, value],
    row.customFields,
  );
  rows.update(id, { customFields, updatedAt: ashby.now() });
  return set;
}

/** Days, numbers and addresses of the web are never an empty text. */
function fieldValue(ashby: Ashby, one: unknown): FieldValue {
  const field = ashby.fields.find(textIn(one, 'fieldId'));
  if (field === undefined) throw notFound('custom_field');
  const value = isObject(one) ? one['fieldValue'] : undefined;
  const isText = ['String', 'LongText', 'Email', 'Phone'].includes(field.fieldType);
  if (value === undefined || value === null || (isText && typeof value !== 'string')) throw invalid();
  if (value === '' && (!isText || !ashby.behaviour.takesEmpty)) throw new Refused('invalid_input');
  return { id: field.id, title: field.title, value };
}
