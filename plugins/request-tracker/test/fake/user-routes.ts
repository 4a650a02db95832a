import type { Request, Route } from './answer.ts';
import { objectIn, pageOf, refused } from './answer.ts';
import { kinds } from './kinds.ts';
import type { Row } from './rows.ts';
import { numberIn } from './rows.ts';
import { reference, single } from './shapes.ts';
import { fixed } from './tracker.ts';
import type { Thing, Tracker } from './tracker.ts';
import { absent, changeColumns, changeFields, setDisabled } from './writing.ts';

const path = /^\/user\/([^/]+)\/?$/;

/** Accounts, by their number or their name. */
export function userRoutes(tracker: Tracker): Route[] {
  const found = (name: string | undefined): Row | undefined => tracker.user(decodeURIComponent(name ?? ''));
  const there = (name: string | undefined): Row => {
    const row = found(name);
    if (row === undefined) throw refused(404);
    return row;
  };
  return [
    { method: 'GET', path, answer: (request, [name]) => userShape(tracker, there(name), request) },
    {
      method: 'PUT',
      path,
      answer: (request, [name]) => {
        const row = found(name);
        if (row === undefined) throw absent();
        if (!request.isSuperUser) throw refused(403);
        return changeUser(tracker, row, request);
      },
    },
    {
      method: 'DELETE',
      path,
      answer: ({ user, isSuperUser }, [name]) => {
        const { id } = there(name);
        if (!isSuperUser) throw refused(403);
        // Who is disabled cannot be disabled again: RT fails.
        if (tracker.isDisabled(id)) throw refused(500);
        setDisabled(tracker, { of: thing(id), by: user.id }, 1);
      },
    },
    {
      method: 'GET',
      path: /^\/user\/([^/]+)\/groups\/?$/,
      answer: (request, [name]) => {
        const { rows, meta } = pageOf(groupsOf(tracker, there(name).id), request);
        const { count, total, per_page, page } = meta;
        return { count, total, per_page, page, items: rows.map((row) => reference({ kind: kinds.group, row })) };
      },
    },
  ];
}

function thing(id: number): Thing {
  return { type: 'RT::User', id };
}

/** Groups people made; those of the system are none. */
function groupsOf({ rows }: Tracker, user: number): readonly Row[] {
  return rows
    .where('GroupMembers', { MemberId: user })
    .flatMap((row) => rows.find('Groups', numberIn(row, 'GroupId')) ?? [])
    .filter((row) => row.Domain === 'UserDefined');
}

function isPrivileged({ rows }: Tracker, user: number): boolean {
  return rows.where('GroupMembers', { GroupId: fixed.privileged, MemberId: user }).length > 0;
}

/** Without the right to administer accounts only a summary is shown. */
function userShape(tracker: Tracker, row: Row, { isSuperUser, user }: Request): unknown {
  const record = single(tracker, { kind: kinds.user, row });
  const Privileged = isPrivileged(tracker, row.id) ? 1 : 0;
  if (!isSuperUser && user.id !== row.id)
    return { _hyperlinks: record._hyperlinks, Privileged, RealName: record.RealName, Name: record.Name };
  const Disabled = String(tracker.rows.get('Principals', row.id).Disabled);
  const Memberships = groupsOf(tracker, row.id).map((group) => reference({ kind: kinds.group, row: group }));
  return { ...record, Privileged, Disabled, Memberships };
}

const written = kinds.user.columns.filter((column) => !/^(?:id|Creator|Created|LastUpdated.*)$/.test(column));

/** One fault spoils only its own column: the answer is 200 and says so in words. */
function changeUser(tracker: Tracker, row: Row, request: Request): readonly string[] {
  const writing = { of: thing(row.id), by: request.user.id };
  const values = objectIn(request);
  const said = [
    ...changeColumns(tracker, writing, { row, columns: written, values }),
    ...changeFields(tracker, writing, values.CustomFields),
  ];
  const { Disabled: disabled } = values;
  if (disabled === 1 || disabled === '1') said.push(setDisabled(tracker, writing, 1));
  if (disabled === 0 || disabled === '0') said.push(setDisabled(tracker, writing, 0));
  return said;
}
