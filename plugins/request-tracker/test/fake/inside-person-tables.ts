import type { InsideTable } from './inside-table.ts';
import { about, classOf, queueOf, when } from './inside-table.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { fixed } from './tracker.ts';
import type { Tracker } from './tracker.ts';

function groupOf(row: Row, { rows }: Tracker): Row {
  return rows.get('Groups', numberIn(row, 'GroupId'));
}

function isRole(group: Row): boolean {
  return /-Role$/.test(textIn(group, 'Domain')) && group.Name !== 'Owner';
}

function ticketOfRole(row: Row, tracker: Tracker): number | undefined {
  const group = groupOf(row, tracker);
  return group.Domain === 'RT::Ticket-Role' ? numberIn(group, 'Instance') : undefined;
}

const places: Readonly<Record<string, string>> = {
  'RT::Ticket-Role': 'Ticket',
  'RT::Queue-Role': 'Queue',
  UserDefined: 'Group',
};

const memberships: InsideTable = {
  name: 'GroupMembers',
  texts: [],
  made: true,
  ticket: ticketOfRole,
  isThing: () => true,
  isListed: (row, tracker) => {
    const group = groupOf(row, tracker);
    return group.Domain === 'UserDefined' || isRole(group);
  },
  stays: (row, tracker) => {
    const { Domain, Name } = groupOf(row, tracker);
    if (Name === 'Owner') return 'RT needs an owner: give the ticket to somebody else';
    return places[String(Domain)] === undefined ? 'a group of RT itself' : undefined;
  },
  whys: (row, person, tracker) => {
    const group = groupOf(row, tracker);
    const theirs = row.MemberId === person;
    return [...when(theirs && isRole(group), 'watcher'), ...when(theirs && group.Domain === 'UserDefined', 'member')];
  },
  links: (row, tracker) => {
    const ticket = ticketOfRole(row, tracker);
    const user = tracker.rows.find('Users', numberIn(row, 'MemberId'))?.id;
    return { group: row.GroupId, user, ticket, queue: queueOf(ticket, tracker) };
  },
  facts: (row, tracker) => {
    const { Domain, Name } = groupOf(row, tracker);
    return { role: Domain === 'UserDefined' ? undefined : Name, on: places[String(Domain)] };
  },
};

const tokens: InsideTable = {
  name: 'AuthTokens',
  texts: [],
  hidden: true,
  isThing: () => true,
  stays: () => undefined,
  whys: (row, person) => when(row.Owner === person, 'self'),
  links: (row) => ({ user: row.Owner }),
};

const sessions: InsideTable = {
  name: 'sessions',
  texts: [],
  hidden: true,
  isThing: () => true,
  stays: () => undefined,
  whys: (row, person) => when(row.UserId === person, 'self'),
  links: (row) => ({ user: row.UserId }),
};

/** The ticket something hangs on, directly or by one of its transactions. */
function ticketBelow(row: Row, { rows }: Tracker): number | undefined {
  const transaction = about(row, 'Transaction');
  const of = transaction === undefined ? undefined : rows.find('Transactions', transaction);
  return of === undefined ? about(row, 'Ticket') : about(of, 'Ticket');
}

const hanging = {
  made: true,
  ticket: ticketBelow,
  whys: (row: Row, person: number) => [
    ...when(about(row, 'User') === person, 'self'),
    ...when(row.Creator === person, 'author'),
  ],
  links: (row: Row, tracker: Tracker) => {
    const ticket = ticketBelow(row, tracker);
    return {
      ...{ ticket, queue: queueOf(ticket, tracker), author: row.Creator, user: about(row, 'User') },
      ...{ transaction: about(row, 'Transaction'), article: about(row, 'Article'), field: row.CustomField },
    };
  },
} as const;

const attributes: InsideTable = {
  ...hanging,
  name: 'Attributes',
  texts: ['Content', 'Description'],
  isThing: () => true,
  stays: (row) => (/^RT::(?:User|Ticket|Transaction)$/.test(textIn(row, 'ObjectType')) ? undefined : 'others use it'),
  closed: (row) => (classOf(row) === 'System' ? 'a setting of RT: change it under Admin' : undefined),
  facts: (row) => ({ name: row.Name, of: classOf(row) }),
};

const values: InsideTable = {
  ...hanging,
  name: 'ObjectCustomFieldValues',
  texts: ['Content', 'LargeContent'],
  stays: () => undefined,
  facts: (row, { rows }) => {
    const { Name, Type } = rows.get('CustomFields', numberIn(row, 'CustomField'));
    return { of: classOf(row), name: Name, type: Type, disabled: row.Disabled === 1 };
  },
};

/** Accounts of RT itself may nothing. */
function isOfRt(id: number, { rows }: Tracker): boolean {
  return id === fixed.system || id === fixed.nobody || rows.find('Users', id)?.Name === 'root';
}

const principals: InsideTable = {
  name: 'Principals',
  texts: ['Disabled'],
  required: ['Disabled'],
  closed: (row, _, tracker) => {
    if (row.PrincipalType !== 'User') return 'not an account';
    return isOfRt(row.id, tracker) ? 'an account of RT itself' : undefined;
  },
  whys: (row, person) => when(row.id === person, 'self'),
  links: (row) => ({ user: row.PrincipalType === 'User' ? row.id : undefined }),
};

const users: InsideTable = {
  name: 'Users',
  texts: [
    ...['Name', 'EmailAddress', 'RealName', 'NickName', 'Organization', 'Comments', 'Signature'],
    ...['FreeformContactInfo', 'Gecos', 'HomePhone', 'WorkPhone', 'MobilePhone', 'PagerPhone', 'Address1', 'Address2'],
    ...['City', 'State', 'Zip', 'Country', 'Lang', 'Timezone', 'SMIMECertificate', 'Password', 'AuthToken'],
  ],
  required: ['Name'],
  unique: ['Name', 'EmailAddress'],
  secret: { Password: '*NO-PASSWORD*', AuthToken: null },
  made: true,
  closed: ({ id }, _, tracker) => (isOfRt(id, tracker) ? 'an account of RT itself' : undefined),
  whys: (row, person) => when(row.id === person, 'self'),
  links: (row) => ({ user: row.id }),
  facts: (row, tracker) => ({
    privileged: tracker.rows.where('GroupMembers', { GroupId: fixed.privileged, MemberId: row.id }).length > 0,
    admin: tracker.hasRight(row.id, 'SuperUser'),
    disabled: tracker.isDisabled(row.id),
    system: isOfRt(row.id, tracker),
  }),
};

/** The account and what belongs to it; the account itself last. */
export const personTables: readonly InsideTable[] = [
  ...[memberships, tokens, sessions, attributes, values, principals, users],
];
