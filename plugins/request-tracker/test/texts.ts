import { textOfLob } from './fake/encoded.ts';
import { tableNames, numberIn, textIn } from './fake/rows.ts';
import type { Row, TableName } from './fake/rows.ts';
import type { Tracker } from './fake/tracker.ts';

/** Texts of an invented RT by the ids their spots have, for both ways in; what is no spot goes by its table and column. */
export function textsOf(tracker: Tracker, inside: boolean): Readonly<Record<string, string>> {
  const nameOf = inside ? insideName : restName;
  const texts = tableNames.flatMap((table) =>
    tracker.rows.all(table).flatMap((row) =>
      (columns[table] ?? []).flatMap((column) =>
        partsOf(row, table, column).map(([part, text]): [string, string] => {
          const name = nameOf(tracker, { table, row, part });
          return [name ?? `${table} ${String(row.id)} ${part}`, text];
        }),
      ),
    ),
  );
  return Object.fromEntries<string>(texts);
}

const columns: Partial<Record<TableName, readonly string[]>> = {
  Users: [
    ...[
      'Name',
      'EmailAddress',
      'RealName',
      'NickName',
      'Comments',
      'Signature',
      'FreeformContactInfo',
      'Gecos',
      'Lang',
    ],
    ...[
      'HomePhone',
      'WorkPhone',
      'MobilePhone',
      'PagerPhone',
      'Address1',
      'Address2',
      'City',
      'State',
      'Zip',
      'Country',
    ],
    ...['Timezone', 'Organization', 'Password'],
  ],
  Principals: ['Disabled'],
  Groups: ['Name', 'Description'],
  GroupMembers: ['MemberId'],
  Tickets: ['Subject'],
  Transactions: ['OldValue', 'NewValue', 'Data'],
  Attachments: ['Subject', 'Filename', 'MessageId', 'Headers', 'Content'],
  ObjectCustomFieldValues: ['Content', 'LargeContent'],
  Attributes: ['Content'],
  Links: ['Base', 'Target'],
  Articles: ['Name', 'Summary'],
  Queues: ['Name', 'Description'],
  CustomFields: ['Name'],
};

const copying = /^(?:cc|bcc|rt-send-cc|rt-send-bcc):/i;
const technical = /^(?:mime-version|content-[a-z-]+|x-rt-interface|x-rt-original-encoding):(?!.*name=)/i;

function isFile(row: Row): boolean {
  return textIn(row, 'Filename') !== '';
}

/** Headers are three things: who is in copy, what names somebody, and what says how to read the mail. A file is one with its name. */
function partsOf(row: Row, table: TableName, column: string): readonly (readonly [part: string, text: string])[] {
  if (table !== 'Attachments') return [[column, textIn(row, column)]];
  if (isFile(row)) return column === 'Filename' ? [['file', `${textIn(row, column)} ${textIn(row, 'Content')}`]] : [];
  if (column === 'Content') return [[column, textOfLob(textIn(row, column), textIn(row, 'ContentEncoding'))]];
  if (column !== 'Headers') return [[column, textIn(row, column)]];
  const lines = textIn(row, column).trimEnd().split('\n');
  const of = (isMeant: (line: string) => boolean): string => lines.filter(isMeant).join('\n');
  return [
    ['copies', of((line) => copying.test(line))],
    ['technical', of((line) => technical.test(line))],
    ['envelope', of((line) => !copying.test(line) && !technical.test(line))],
  ];
}

interface At {
  readonly table: TableName;
  readonly row: Row;
  readonly part: string;
}

const messages = ['Create', 'Correspond', 'Comment', 'EmailRecord', 'CommentEmailRecord'];

/** The ticket a transaction is on; nothing where it is on an account. */
function ticketOf({ rows }: Tracker, transaction: Row): number | undefined {
  if (transaction.ObjectType !== 'RT::Ticket') return undefined;
  return numberIn(rows.get('Tickets', numberIn(transaction, 'ObjectId')), 'EffectiveId');
}

function restName(tracker: Tracker, at: At): string | undefined {
  const { table, row, part } = at;
  switch (table) {
    case 'Tickets':
      return `ticket:${String(row.id)}/subject`;
    case 'Users':
      return `user:${String(row.id)}/${part}`;
    case 'Principals':
      return tracker.rows.find('Users', row.id) === undefined ? undefined : `user:${String(row.id)}/access`;
    case 'GroupMembers':
      return restRole(tracker, row);
    case 'ObjectCustomFieldValues':
      return part === 'Content' && row.Disabled === 0
        ? `${restOwner(row)}/field:${textIn(row, 'CustomField')}`
        : undefined;
    case 'Transactions':
      return restChange(tracker, at);
    case 'Attachments':
      return restPart(tracker, at);
    default:
      return undefined;
  }
}

function restOwner(row: Row): string {
  return `${textIn(row, 'ObjectType').replace('RT::', '').toLowerCase()}:${textIn(row, 'ObjectId')}`;
}

function restRole({ rows }: Tracker, row: Row): string | undefined {
  const { Domain, Name, Instance } = rows.get('Groups', numberIn(row, 'GroupId'));
  if (Domain !== 'RT::Ticket-Role' || (Name !== 'Cc' && Name !== 'AdminCc')) return undefined;
  return `ticket:${String(Instance)}/${Name.toLowerCase()}:${textIn(row, 'MemberId')}`;
}

function restChange(tracker: Tracker, { row, part }: At): string {
  const side = { OldValue: 'old', NewValue: 'new', Data: 'data' }[part] ?? part;
  const ticket = ticketOf(tracker, row);
  if (ticket === undefined) return `${restOwner(row)}/change:${String(row.id)}:${side}`;
  const isMessage = messages.includes(textIn(row, 'Type')) && side === 'data';
  return `ticket:${String(ticket)}/${isMessage ? `data:${String(row.id)}` : `change:${String(row.id)}:${side}`}`;
}

function restPart(tracker: Tracker, { row, part }: At): string | undefined {
  const ticket = ticketOf(tracker, tracker.rows.get('Transactions', numberIn(row, 'TransactionId')));
  const names: Readonly<Record<string, string>> = {
    ...{ Subject: 'topic', file: 'file', MessageId: 'mailid', copies: 'copies', envelope: 'head', Content: 'body' },
  };
  const name = names[part];
  return ticket === undefined || name === undefined ? undefined : `ticket:${String(ticket)}/${name}:${String(row.id)}`;
}

/** The table, the row, its column, and the ticket it is on. */
function insideName(tracker: Tracker, { table, row, part }: At): string | undefined {
  const at = `${table}:${String(row.id)}`;
  const on = (ticket: number | undefined): string => (ticket === undefined ? '' : `@${String(ticket)}`);
  switch (table) {
    case 'Tickets':
      return `${at}/${part}${on(row.id)}`;
    case 'Transactions':
      return `${at}/${part}${on(ticketOf(tracker, row))}`;
    case 'Attachments': {
      const ticket = on(ticketOf(tracker, tracker.rows.get('Transactions', numberIn(row, 'TransactionId'))));
      return part === 'file' ? `${at}${ticket}` : `${at}/${insidePart(row, part)}${ticket}`;
    }
    case 'ObjectCustomFieldValues':
      return `${at}/${part}${row.ObjectType === 'RT::Ticket' ? on(numberIn(row, 'ObjectId')) : ''}`;
    case 'GroupMembers': {
      const { Domain, Instance } = tracker.rows.get('Groups', numberIn(row, 'GroupId'));
      return Domain === 'RT::Ticket-Role' ? `${at}@${String(Instance)}` : at;
    }
    default:
      return `${at}/${part}`;
  }
}

/** Parts of the headers, and what is HTML, go by names of their own. */
function insidePart(row: Row, part: string): string {
  if (part === 'Content' && row.ContentType === 'text/html') return 'Html';
  return { copies: 'Copies', envelope: 'Head' }[part] ?? part;
}
