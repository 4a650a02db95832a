import type { InsideTable } from './inside-table.ts';
import { when } from './inside-table.ts';
import { personTables } from './inside-person-tables.ts';
import { ticketTables } from './inside-ticket-tables.ts';
import { numberIn, textIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

const placeTables: readonly InsideTable[] = [
  {
    name: 'Articles',
    texts: ['Name', 'Summary'],
    required: ['Name'],
    unique: ['Name'],
    made: true,
    whys: (row, person) => when(row.Creator === person, 'author'),
    links: (row) => ({ article: row.id, author: row.Creator }),
  },
  {
    name: 'Groups',
    texts: ['Name', 'Description'],
    required: ['Name'],
    made: true,
    closed: (row) => (row.Domain === 'UserDefined' ? undefined : 'a group of RT itself'),
    links: (row) => ({ group: row.id }),
  },
  {
    name: 'Queues',
    texts: ['Description', 'Name', 'CorrespondAddress', 'CommentAddress'],
    closed: (_, column) => (column === 'Description' ? undefined : 'others go by it: change it under Admin'),
    links: (row) => ({ queue: row.id }),
  },
  { name: 'Classes', texts: ['Name', 'Description'], required: ['Name'] },
  {
    name: 'CustomFields',
    texts: ['Name', 'Description'],
    required: ['Name'],
    links: (row) => ({ field: row.id }),
  },
];

/** In the order of a walk: a person's own rows last. */
export const insideTables: readonly InsideTable[] = [...ticketTables, ...placeTables, ...personTables];

/** The tickets somebody opened, owns, has a role on, or wrote in. */
export function ticketsOf({ rows }: Tracker, person: number): readonly number[] {
  const own = rows.all('Tickets').filter((row) => row.Creator === person || row.Owner === person);
  const roles = rows
    .where('GroupMembers', { MemberId: person })
    .flatMap((row) => rows.find('Groups', numberIn(row, 'GroupId')) ?? [])
    .filter((group) => textIn(group, 'Domain') === 'RT::Ticket-Role')
    .map((group) => numberIn(group, 'Instance'));
  const wrote = rows.where('Transactions', { ObjectType: 'RT::Ticket', Creator: person });
  return [...new Set([...own.map(({ id }) => id), ...roles, ...wrote.map((row) => numberIn(row, 'ObjectId'))])];
}
