import { z } from 'zod';
import { ask, ifThere, tell } from '../../ask.ts';
import type { Line } from '../../ask.ts';
import { LOG_OBJECT } from './log-object.ts';
import type { LogField } from './log-object.ts';

/**
 * Calls about the records of the account's custom object, one function an endpoint:
 * https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/
 */
const base = `/api/v2/custom_objects/${LOG_OBJECT}/records`;

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const field = z.union([z.string(), z.number(), z.boolean()]).nullish();

const recordSchema = z.object({
  id: z.string(),
  external_id: z.string().nullish(),
  created_at: time,
  updated_at: time,
  custom_object_fields: z.record(z.string(), field),
});
const oneSchema = z.object({ custom_object_record: recordSchema });
const listSchema = z.object({ custom_object_records: z.array(recordSchema) });

/** A record as Zendesk gives it. Times are Zendesk's own. */
export type LogRecord = z.output<typeof recordSchema>;
/** What is written into a record. */
export type LogFields = Readonly<Partial<Record<LogField, string>>>;

/** The text in a field; empty where there is none. */
export function textIn({ custom_object_fields: fields }: LogRecord, name: LogField): string {
  return String(fields[name] ?? '');
}

/** Records with this external id: read from the table, not from the search index, which lags. */
export async function recordsCalled(line: Line, externalId: string): Promise<readonly LogRecord[]> {
  const query = { 'filter[external_ids]': externalId, 'page[size]': '100' };
  const call = { what: 'read the records of this app', method: 'GET', path: base, query } as const;
  return (await ask(line, call, listSchema)).custom_object_records;
}

/** The records changed last, at most 100. */
export async function newestRecords(line: Line): Promise<readonly LogRecord[]> {
  const query = { sort: '-updated_at', 'page[size]': '100' };
  const call = { what: 'list the records of this app', method: 'GET', path: base, query } as const;
  return (await ask(line, call, listSchema)).custom_object_records;
}

/** Makes a record. Whether Zendesk keeps external ids unique is not documented: whoever needs that reads back. */
export async function createRecord(line: Line, externalId: string, fields: LogFields): Promise<LogRecord> {
  const body = { custom_object_record: { name: externalId, external_id: externalId, custom_object_fields: fields } };
  const call = { what: 'write a record of this app', method: 'POST', path: base, body } as const;
  return (await ask(line, call, oneSchema)).custom_object_record;
}

/** Makes the record with this external id, or changes the one there is. */
export async function putRecord(line: Line, externalId: string, fields: LogFields): Promise<void> {
  const body = { custom_object_record: { name: externalId, custom_object_fields: fields } };
  const query = { external_id: externalId };
  await ask(line, { what: 'write a record of this app', method: 'PATCH', path: base, query, body }, oneSchema);
}

/** Changes a record; nothing if it is gone. */
export async function updateRecord(line: Line, id: string, fields: LogFields): Promise<LogRecord | undefined> {
  const body = { custom_object_record: { custom_object_fields: fields } };
  const call = { what: 'write a record of this app', method: 'PATCH', path: `${base}/${id}`, body } as const;
  return (await ifThere(ask(line, call, oneSchema)))?.custom_object_record;
}

/** Takes a record away; that it is gone already is as good. */
export async function deleteRecord(line: Line, id: string): Promise<void> {
  const call = { what: 'delete a record of this app', method: 'DELETE', path: `${base}/${id}` } as const;
  await ifThere(tell(line, call));
}
