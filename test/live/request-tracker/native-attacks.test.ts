import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../shared/ask.ts';
import { changedCells } from '../shared/held.ts';
import type { Held } from '../shared/held.ts';
import { change, sha256, walkTraces } from '../shared/native-calls.ts';
import { runProgram } from '../shared/programs.ts';
import { dumpRequestTracker } from './dump.ts';
import { accessFromEnvironment, freshRequestTracker, passwordFromEnvironment } from './environment.ts';
import { beside } from './inside.ts';
import { nativeOf } from './native-calls.ts';
import { buildWorld } from './world.ts';
import type { World } from './world.ts';

const access = accessFromEnvironment();
const native = nativeOf(access);

describe('the native part of Request Tracker under attack', () => {
  let world: World;
  let before: readonly Held[];
  const subject = { table: 'Tickets', id: '1', column: 'Subject' };

  beforeAll(async () => {
    await freshRequestTracker('on');
    world = await buildWorld({ ...access, seed: 12 });
    await runProgram([beside('foreign-table.sh'), 'Ask 100%_sure']);
    before = await dumpRequestTracker();
  }, 400_000);

  const user = (): string => String(world.numbers.colleague);

  it.each([
    [
      'a text that changed since it was seen',
      () => ({ ...subject, was: sha256('something else'), text: 'x' }),
      'stale',
    ],
    ['a row that is not there', () => ({ ...subject, id: '99999', text: 'x' }), 'gone'],
    ['an id that is no number', () => ({ ...subject, id: '1 OR 1=1', text: 'x' }), 'gone'],
    ['a blank where RT wants a text', () => ({ table: 'Users', id: user(), column: 'Name', text: ' ' }), 'refused'],
    ['a text longer than the column', () => ({ ...subject, text: 'x'.repeat(201) }), 'refused'],
    ['a table of another extension', () => ({ table: 'CrmContacts', id: '1', column: 'Note', text: '' }), 'refused'],
    [
      'a table that does not exist',
      () => ({ table: 'Users; DROP TABLE Users', id: '1', column: 'Name', text: 'x' }),
      'refused',
    ],
    [
      'what RT runs as code',
      () => ({ table: 'Templates', id: '1', column: 'Content', text: '{ system("id") }' }),
      'refused',
    ],
    ['a script', () => ({ table: 'Scrips', id: '1', column: 'CustomCommitCode', text: 'exit' }), 'refused'],
    ['a setting', () => ({ table: 'Configurations', id: '1', column: 'Content', text: 'x' }), 'refused'],
    ['granting a right', () => ({ table: 'ACL', id: '1', column: 'RightName', text: 'SuperUser' }), 'refused'],
    ['a column outside the list', () => ({ ...subject, column: 'Owner', text: '1' }), 'refused'],
    ['a column that is SQL', () => ({ ...subject, column: 'Subject = "x", Owner', text: '1' }), 'refused'],
    ['a name that is taken', () => ({ table: 'Users', id: user(), column: 'Name', text: 'ROOT' }), 'refused'],
    ['a name RT takes for a number', () => ({ table: 'Users', id: user(), column: 'Name', text: '14' }), 'refused'],
    [
      'an address that is taken',
      () => ({ table: 'Users', id: user(), column: 'EmailAddress', text: 'Root@helpdesk.test' }),
      'refused',
    ],
    ['setting a password', () => ({ table: 'Users', id: user(), column: 'Password', text: 'x' }), 'refused'],
    ['an account of RT itself', () => ({ table: 'Users', id: '14', column: 'RealName', text: 'x' }), 'refused'],
    ['disabling root', () => ({ table: 'Principals', id: '14', column: 'Disabled', text: '1' }), 'refused'],
    ['disabling a group', () => ({ table: 'Principals', id: '3', column: 'Disabled', text: '1' }), 'refused'],
    ['removing a ticket', () => ({ table: 'Tickets', id: '1', remove: true }), 'refused'],
    ['removing a user', () => ({ table: 'Users', id: user(), remove: true }), 'refused'],
    [
      'the address of a queue',
      () => ({ table: 'Queues', id: '1', column: 'CorrespondAddress', text: 'x@evil.test' }),
      'refused',
    ],
    [
      'headers that are none',
      () => ({ table: 'Attachments', id: '1', column: 'Headers', text: 'no header at all' }),
      'refused',
    ],
    [
      'a packed setting of the system',
      () => ({ table: 'Attributes', id: '1', column: 'Content', text: '{}' }),
      'refused',
    ],
    ['the first part of a message', () => ({ table: 'Attachments', id: '1', remove: true }), 'refused'],
  ])('refuses %s', async (_what, one, result) => {
    expect(await change(native, [one()])).toMatchObject([{ result }]);
  });

  it('refuses to disable the account that makes the call, and a role RT needs', async () => {
    const { body } = await native('status');
    const account = /"account":"(\d+)"/.exec(JSON.stringify(body))?.[1] ?? '';
    const disabling = { table: 'Principals', id: account, column: 'Disabled', text: '1' };
    const owner = before.find(({ at, text }) => at.startsWith('Groups/') && at.endsWith('/Name') && text === 'Owner');
    const group = owner?.at.split('/')[1] ?? '';
    const row = before.find(
      ({ at, text }) => at.startsWith('GroupMembers/') && at.endsWith('/GroupId') && text === group,
    );
    const removing = { table: 'GroupMembers', id: row?.at.split('/')[1] ?? '', remove: true };
    expect(await change(native, [disabling, removing])).toMatchObject([
      { result: 'refused', because: expect.stringContaining('makes the call') },
      { result: 'refused', because: expect.stringContaining('owner') },
    ]);
  });

  it('refuses packed settings of another shape, and JSON that is more than texts', async () => {
    const [found] = await walkTraces(native, { terms: [world.cast.target.address], tables: ['Attributes'] });
    const all = await walkTraces(native, { terms: [world.cast.target.address], tables: ['Attributes'] });
    const packed = all.find(({ column, text }) => column === 'Content' && text?.startsWith('{'));
    expect(found).toBeDefined();
    const row = { table: 'Attributes', id: packed?.id ?? '', column: 'Content' };
    const bad = ['[]', '"x"', 'x', '{"Query":["x"]}', '{"Query":true}'].map((text) => ({ ...row, text }));
    expect((await change(native, bad)).map(({ result }) => result)).toEqual(bad.map(() => 'refused'));
  });

  it.each([
    ['no JSON', 'change', 'hushnojson'],
    ['a list', 'change', ['hushlist']],
    [
      'bytes that are no UTF-8',
      'change',
      '{"changes":[{"table":"Tickets","id":"1","column":"Subject","text":"\\ud800"}]}',
    ],
    ['an unknown key', 'change', { changes: [{ ...subject, text: 'x', hushkey: 1 }] }],
    ['too many at once', 'change', { changes: Array.from({ length: 201 }, () => ({ ...subject, text: 'hushmany' })) }],
    ['none at all', 'change', { changes: [] }],
    ['neither text nor remove', 'change', { changes: [subject] }],
    ['a number for an id', 'change', { changes: [{ ...subject, id: 1, text: 'hush' }] }],
    ['a NUL', 'change', { changes: [{ ...subject, text: 'a\0b' }] }],
    ['a number for a text', 'change', { changes: [{ ...subject, text: 7 }] }],
    ['remove as a text', 'change', { changes: [{ table: 'Links', id: '1', remove: 'true' }] }],
    ['a proof that is none', 'change', { changes: [{ ...subject, text: 'x', was: 'abc' }] }],
    ['too many rows', 'reread', { rows: Array.from({ length: 501 }, () => subject) }],
    ['a table nobody reads', 'reread', { rows: [{ ...subject, table: 'sqlite_master' }] }],
    ['a column nobody reads', 'reread', { rows: [{ table: 'AuthTokens', id: '1', column: 'Token' }] }],
    ['nothing to look for', 'traces', {}],
    ['SQL for a person', 'traces', { person: '1 OR 1=1' }],
    ['SQL for a ticket', 'traces', { issues: ['1) OR (1=1'] }],
    ['letters of another script for a ticket', 'traces', { issues: ['１'] }],
    ['a term of signs that mean nothing', 'traces', { terms: ['___'] }],
    ['a term that is too long', 'traces', { terms: ['x'.repeat(201)] }],
    ['a phone with a wildcard', 'traces', { phones: ['12345%'] }],
    ['a forged cursor', 'traces', { terms: ['hush'], cursor: Buffer.from('Users:1 OR 1=1').toString('base64url') }],
    [
      'a cursor into a table nobody walks',
      'traces',
      { terms: ['hush'], cursor: Buffer.from('sqlite_master:0').toString('base64url') },
    ],
    ['a limit beyond the limit', 'traces', { terms: ['hush'], limit: 1001 }],
  ])('rejects %s whole (%s), and says nothing of it', async (_what, call, body) => {
    const answered = await native(call, body);
    expect(answered).toMatchObject({ status: 422, body: { error: 'rejected' } });
    expect(JSON.stringify(answered.body)).not.toMatch(/hush|1=1/);
  });

  it.each([
    ['%%%', 0],
    ['100%_sure', 1],
    ['100%', 1],
    ['100_sure', 0],
    ["'; DELETE FROM Users; --", 0],
    ['!!!', 0],
    ['Ask.100%', 1],
    ['a(b[c*', 0],
  ])('takes %s for what it says', async (term, found) => {
    const traces = await walkTraces(native, { terms: [term], tables: ['CrmContacts'] });
    expect(traces).toHaveLength(found);
  });

  it('answers nothing to a search in the address, and to other methods', async () => {
    const headers = { Authorization: `token ${access.token}` };
    const get = async (path: string, method = 'GET'): Promise<number> =>
      (await ask(`${access.url}/REST/2.0/lethe/${path}`, { method, headers })).status;
    expect(await get('traces?terms=hush')).toBe(405);
    expect(await get('change', 'PUT')).toBe(405);
    expect(await get('status', 'DELETE')).toBe(405);
    expect(await get('nothing')).toBe(404);
  });

  it('writes none of a batch while somebody else has the database, and says to send it again', async () => {
    const database = (await runProgram(['bash', '-c', `. ${beside('common.sh')} && echo "$DATABASE"`])).trim();
    const holder = spawn('sqlite3', [database], { stdio: ['pipe', 'pipe', 'ignore'] });
    holder.stdin.write("BEGIN IMMEDIATE;\nSELECT 'held';\n");
    await new Promise((held) => holder.stdout.once('data', held));
    // Not by token: RT itself would wait to write down when it was used.
    const byPassword = nativeOf(access, { login: 'root', password: passwordFromEnvironment() });
    const answered = await byPassword('change', { changes: [{ ...subject, text: 'hushlocked' }] });
    holder.stdin.end('ROLLBACK;\n');
    await new Promise((gone) => holder.once('close', gone));
    expect(answered.status).toBe(503);
    expect(answered.body).toMatchObject({ error: 'locked' });
  }, 120_000);

  it('changed nothing by all of that', async () => {
    const changed = changedCells(before, await dumpRequestTracker());
    expect(changed.filter((cell) => !/\/LastUsed$|^sessions\/|^cache\//.test(cell))).toEqual([]);
  });

  it('empties a picture, and takes no text for it', async () => {
    const type = before.find(({ at, text }) => at.endsWith('/ContentType') && text.startsWith('image/png'));
    const picture = { table: 'Attachments', id: type?.at.split('/')[1] ?? '', column: 'Content' };
    const read = async (): Promise<unknown> => (await native('reread', { rows: [picture] })).body;
    expect(await read()).toEqual({ readings: [{ state: 'here', text: null, hidden: true }] });
    const results = await change(native, [
      { ...picture, text: 'a text' },
      { ...picture, text: '' },
    ]);
    expect(results.map(({ result }) => result)).toEqual(['refused', 'done']);
    expect(await read()).toEqual({ readings: [{ state: 'here', text: '' }] });
  });
});
