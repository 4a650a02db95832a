import type { Row, TableName } from './rows.ts';
import { textIn } from './rows.ts';

/** How the REST API shows a class of RT. */
export interface Kind {
  /** As in addresses: `user`, `ticket`. */
  readonly type: string;
  readonly table: TableName;
  /** What may be read. */
  readonly columns: readonly string[];
  /** Of them, what a search as JSON may ask for; all of them unless told. */
  readonly searchable?: readonly string[];
  /** Of them, what stands for something else, and for what. */
  readonly links: Readonly<Record<string, string>>;
  /** Links that only a list or only a single record resolves. */
  readonly onlyInList?: readonly string[];
  readonly onlyAlone?: readonly string[];
  /** What lists are sorted by. */
  readonly order: string;
  /** Whether a search for nothing finds everything. */
  readonly showsAll?: boolean;
}

const stamps = ['Creator', 'Created', 'LastUpdatedBy', 'LastUpdated'] as const;
const made = { Creator: 'user', LastUpdatedBy: 'user' };
/** What a search for people may ask for: what it may not is passed over without a word. */
const publicOfUsers = [
  ...['Name', 'EmailAddress', 'Organization', 'RealName', 'NickName', 'Lang', 'Gecos', 'SMIMECertificate'],
  ...['City', 'Country', 'Timezone'],
];

export const kinds = {
  user: {
    type: 'user',
    table: 'Users',
    columns: [
      ...['id', 'Name', 'Comments', 'Signature', 'EmailAddress', 'FreeformContactInfo', 'Organization', 'RealName'],
      ...['NickName', 'Lang', 'Gecos', 'HomePhone', 'WorkPhone', 'MobilePhone', 'PagerPhone', 'Address1', 'Address2'],
      ...['City', 'State', 'Zip', 'Country', 'Timezone', 'SMIMECertificate', ...stamps],
    ],
    searchable: publicOfUsers,
    links: made,
    order: 'Name',
    showsAll: true,
  },
  ticket: {
    type: 'ticket',
    table: 'Tickets',
    columns: [
      ...['id', 'EffectiveId', 'IsMerged', 'Queue', 'Type', 'Owner', 'Subject', 'InitialPriority', 'FinalPriority'],
      ...['Priority', 'TimeEstimated', 'TimeWorked', 'Status', 'SLA', 'TimeLeft', 'Told', 'Starts', 'Started', 'Due'],
      ...['Resolved', ...stamps],
    ],
    links: { ...made, Queue: 'queue', Owner: 'user', EffectiveId: 'ticket' },
    onlyAlone: ['EffectiveId'],
    order: 'id',
  },
  transaction: {
    type: 'transaction',
    table: 'Transactions',
    columns: [
      ...['id', 'ObjectType', 'ObjectId', 'TimeTaken', 'Type', 'Field', 'OldValue', 'NewValue', 'ReferenceType'],
      ...['OldReference', 'NewReference', 'Data', 'Creator', 'Created'],
    ],
    links: { Creator: 'user' },
    order: 'id',
  },
  attachment: {
    type: 'attachment',
    table: 'Attachments',
    columns: [
      ...['id', 'TransactionId', 'Parent', 'MessageId', 'Subject', 'Filename', 'ContentType', 'ContentEncoding'],
      ...['Content', 'Headers', 'Creator', 'Created'],
    ],
    links: { Creator: 'user', Parent: 'attachment', TransactionId: 'transaction' },
    onlyAlone: ['TransactionId'],
    order: 'id',
  },
  customfield: {
    type: 'customfield',
    table: 'CustomFields',
    columns: ['id', 'Name', 'Type', 'MaxValues', 'Pattern', 'Description', 'LookupType', 'Disabled', ...stamps],
    links: made,
    order: 'Name',
  },
  queue: {
    type: 'queue',
    table: 'Queues',
    columns: [
      ...['id', 'Name', 'Description', 'CorrespondAddress', 'CommentAddress', 'SubjectTag', 'Lifecycle', 'SortOrder'],
      ...['SLADisabled', 'Disabled', ...stamps],
    ],
    links: made,
    order: 'Name',
  },
  group: {
    type: 'group',
    table: 'Groups',
    columns: ['id', 'Name', 'Description', 'Domain', 'Instance', ...stamps],
    links: made,
    order: 'Name',
  },
  article: {
    type: 'article',
    table: 'Articles',
    columns: ['id', 'Name', 'Summary', 'SortOrder', 'Class', 'Disabled', ...stamps],
    links: { ...made, Class: 'class' },
    order: 'id',
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** A class by the name addresses have for it. */
export function kindOf(type: string): Kind | undefined {
  return Object.values<Kind>(kinds).find((kind) => kind.type === type);
}

/** Columns that hold a moment. */
export const moments: readonly string[] = [
  ...['Created', 'LastUpdated', 'Told', 'Starts', 'Started', 'Due', 'Resolved'],
];

/** People are referred to by their names, everything else by its number. */
export function nameOf({ type }: Kind, row: Row): string {
  return type === 'user' ? textIn(row, 'Name') : String(row.id);
}
