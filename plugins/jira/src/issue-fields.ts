import type { FieldRow } from './schema.ts';

/** What is known of a site's fields: which hold texts, which hold people. Names can be changed and translated, types cannot. */
export interface FieldCatalog {
  /** Custom fields with text, by id: a line of plain text, or a document. */
  readonly texts: ReadonlyMap<string, 'line' | 'document'>;
  /** Custom fields with people, by id: one of them or several. Participants of requests are not among them. */
  readonly pickers: ReadonlyMap<string, 'one' | 'many'>;
  /** Whether time is tracked: only then can work logs be searched. */
  readonly worklogs: boolean;
  /** The fields Jira Service Management brings, where the site has it. */
  readonly participants?: string;
  readonly organizations?: string;
  readonly requestType?: string;
  readonly satisfaction?: string;
}

const desk = 'com.atlassian.servicedesk:';
const participantsType = 'sd-request-participants';

/** The catalog of a list of fields. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
export function catalogOf(rows: readonly FieldRow[]): FieldCatalog {
  const own = rows.filter(({ custom }) => custom);
  const plain = own.filter(({ schema }) => schema?.custom?.startsWith(desk) !== true);
  const texts = plain.filter(({ schema }) => schema?.type === 'string');
  return {
    texts: new Map(texts.map((row) => [row.id, isDocument(row) ? 'document' : 'line'])),
    pickers: new Map(own.flatMap((row): [string, 'one' | 'many'][] => pickerIn(row))),
    worklogs: rows.some(({ id }) => id === 'worklog'),
    ...ofDesk(own, 'participants', participantsType),
    ...ofDesk(own, 'organizations', 'sd-customer-organizations'),
    ...ofDesk(own, 'requestType', 'vp-origin'),
    ...ofDesk(own, 'satisfaction', 'sd-request-feedback'),
  };
}

type DeskField = Exclude<keyof FieldCatalog, 'texts' | 'pickers' | 'worklogs'>;

function ofDesk(rows: readonly FieldRow[], name: DeskField, type: string): Partial<Record<DeskField, string>> {
  const field = rows.find(({ schema }) => schema?.custom === `${desk}${type}`);
  return field === undefined ? {} : { [name]: field.id };
}

/** Only fields with several lines have documents in them. */
function isDocument({ schema }: FieldRow): boolean {
  return schema?.custom?.endsWith(':textarea') === true;
}

function pickerIn({ id, schema }: FieldRow): [string, 'one' | 'many'][] {
  if (schema?.custom === `${desk}${participantsType}`) return [];
  if (schema?.type === 'user') return [[id, 'one']];
  return schema?.type === 'array' && schema.items === 'user' ? [[id, 'many']] : [];
}

/** Every field an issue is read with. */
export function fieldsToRead(catalog: FieldCatalog): readonly string[] {
  const { texts, pickers, participants, organizations, requestType, satisfaction } = catalog;
  const desks = [participants, organizations, requestType, satisfaction].filter((field) => field !== undefined);
  return [...systemFields, ...texts.keys(), ...pickers.keys(), ...desks];
}

const systemFields = [
  ...['summary', 'description', 'environment', 'comment', 'worklog', 'attachment'],
  ...['reporter', 'creator', 'project', 'issuetype', 'status', 'resolution', 'priority', 'created', 'timespent'],
];
