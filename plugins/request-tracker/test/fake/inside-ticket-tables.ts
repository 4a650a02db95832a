import type { InsideTable } from './inside-table.ts';
import { about, classOf, moment, queueOf, when } from './inside-table.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

/** Entries whose values are numbers, states or dates, and columns whose values are. */
const noTexts = [
  ...['AddMember', 'AddWatcher', 'DelWatcher', 'DeleteMember', 'Disabled', 'Enabled', 'Force', 'Give', 'SetWatcher'],
  ...['Status', 'Steal', 'Take', 'Told', 'Untake'],
];
const noFields = ['Disabled', 'Due', 'Owner', 'Password', 'Priority', 'Queue', 'Resolved', 'Started', 'Status', 'Type'];

function transactionOf(row: Row, { rows }: Tracker): Row {
  return rows.get('Transactions', numberIn(row, 'TransactionId'));
}

function isFile(row: Row): boolean {
  return textIn(row, 'Filename') !== '' || !/^(?:text\/|multipart\/|message\/|$)/.test(textIn(row, 'ContentType'));
}

function interfaceIn(row: Row | undefined): string | undefined {
  return row === undefined ? undefined : /^X-RT-Interface: *([\w.]+)/m.exec(textIn(row, 'Headers'))?.[1];
}

function interfaceOf(ticket: Row, { rows }: Tracker): string | undefined {
  const of = { ObjectId: ticket.id, ObjectType: 'RT::Ticket', Type: 'Create' };
  const [created] = rows.where('Transactions', of);
  return created === undefined ? undefined : interfaceIn(rows.where('Attachments', { TransactionId: created.id })[0]);
}

function onTicket(row: Row, tracker: Tracker): number | undefined {
  return about(transactionOf(row, tracker), 'Ticket');
}

const tickets: InsideTable = {
  name: 'Tickets',
  texts: ['Subject'],
  made: true,
  ticket: (row) => row.id,
  whys: (row, person) => [...when(row.Creator === person, 'author'), ...when(row.Owner === person, 'assignee')],
  links: (row, tracker) => ({
    ...{ ticket: row.id, queue: row.Queue, author: row.Creator, assignee: row.Owner },
    requestor: tracker.members(row.id, 'Requestor')[0]?.id,
  }),
  facts: (row, tracker) => {
    const requestors = tracker.members(row.id, 'Requestor').map(({ id }) => String(id));
    return {
      ...{ status: row.Status, type: row.Type, priority: row.Priority },
      queue: tracker.rows.get('Queues', numberIn(row, 'Queue')).Name,
      closed: ['resolved', 'rejected', 'deleted'].includes(textIn(row, 'Status')),
      updated_on: moment(row, 'LastUpdated'),
      closed_on: moment(row, 'Resolved'),
      interface: interfaceOf(row, tracker),
      requestors: requestors.length === 0 ? undefined : requestors.join(','),
      merged_into: row.EffectiveId === row.id ? undefined : row.EffectiveId,
    };
  },
};

const transactions: InsideTable = {
  name: 'Transactions',
  texts: ['OldValue', 'NewValue', 'Data'],
  made: true,
  ticket: (row) => about(row, 'Ticket'),
  isListed: (row) =>
    !noTexts.includes(textIn(row, 'Type')) && !(row.Type === 'Set' && noFields.includes(textIn(row, 'Field'))),
  whys: (row, person) => [...when(row.Creator === person, 'author'), ...when(about(row, 'User') === person, 'self')],
  links: (row, tracker) => ({
    ...{ transaction: row.id, ticket: about(row, 'Ticket'), queue: queueOf(about(row, 'Ticket'), tracker) },
    ...{ author: row.Creator, user: about(row, 'User'), article: about(row, 'Article'), group: about(row, 'Group') },
  }),
  facts: (row) => ({ type: row.Type, field: row.Field, on: classOf(row) }),
};

const attachments: InsideTable = {
  name: 'Attachments',
  texts: ['Subject', 'Filename', 'MessageId', 'Headers', 'Content'],
  encoded: ['Content'],
  made: true,
  ticket: onTicket,
  isThing: isFile,
  stays: (row, { rows }) => {
    if (row.Parent === 0) return 'the first part of a message: empty its texts instead';
    return rows.where('Attachments', { Parent: row.id }).length > 0 ? 'it has parts of its own' : undefined;
  },
  whys: (row, person, tracker) => {
    const of = transactionOf(row, tracker);
    return [
      ...when(row.Creator === person || of.Creator === person, 'author'),
      ...when(about(of, 'User') === person, 'self'),
    ];
  },
  links: (row, tracker) => {
    const of = transactionOf(row, tracker);
    const ticket = about(of, 'Ticket');
    return {
      ...{ attachment: row.id, transaction: of.id, ticket, queue: queueOf(ticket, tracker), author: of.Creator },
      ...{ user: about(of, 'User'), parent: row.Parent === 0 ? undefined : row.Parent },
    };
  },
  facts: (row, tracker) => ({
    ...{ type: row.ContentType, size: textIn(row, 'Content').length, file: isFile(row), root: row.Parent === 0 },
    ...{ transaction_type: transactionOf(row, tracker).Type, interface: interfaceIn(row) },
  }),
};

const links: InsideTable = {
  name: 'Links',
  texts: ['Base', 'Target'],
  required: ['Base', 'Target'],
  made: true,
  ticket: (row) => numberIn(row, 'LocalBase') || numberIn(row, 'LocalTarget') || undefined,
  closed: (row, column) => (numberIn(row, `Local${column}`) === 0 ? undefined : 'the address of a ticket of RT itself'),
  stays: (row) => (numberIn(row, 'LocalBase') && numberIn(row, 'LocalTarget') ? 'a link between tickets' : undefined),
  whys: (row, person) => when(row.Creator === person, 'author'),
  links: (row) => ({ ticket: numberIn(row, 'LocalBase') || numberIn(row, 'LocalTarget'), author: row.Creator }),
  facts: (row) => ({ type: row.Type }),
};

/** Tickets, their histories, and the mails and files in them. */
export const ticketTables: readonly InsideTable[] = [tickets, transactions, attachments, links];
