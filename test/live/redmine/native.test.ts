import { readFile, truncate } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask } from '../shared/ask.ts';
import { changedCells, hunt } from '../shared/held.ts';
import { dumpRedmine } from './dump.ts';
import type { Held } from '../shared/held.ts';
import { accessFromEnvironment, freshRedmine, logOfRedmine, passwordFromEnvironment } from './environment.ts';
import { at, change, sha256, walkTraces } from '../shared/native-calls.ts';
import type { Trace } from '../shared/native-calls.ts';
import { nativeOf } from './native-calls.ts';
import { numbered, restOf } from './rest.ts';
import { isSignedIn, sendForm, signIn } from './web-session.ts';
import type { WebSession } from './web-session.ts';
import { buildWorld } from './world.ts';
import type { World } from './world.ts';

const access = accessFromEnvironment();
const native = nativeOf(access);

/** Everything that names her; words in texts are found by whose they are. */
function namesOf({ cast: { target } }: World): {
  readonly terms: readonly string[];
  readonly phones: readonly string[];
} {
  const terms = [target.lastName, target.login, target.address, target.secondAddress, target.thirdAddress];
  return { terms, phones: [target.phone, target.mobile] };
}

/** The harshest change a trace allows; filters of a query keep their shape, a file is renamed where only its name on the disk tells. */
function harshest(trace: Trace, traces: readonly Trace[], lastName: string): unknown {
  const row = { table: trace.table, id: trace.id };
  if (isOnlyNamedOnDisk(trace, traces)) return { ...row, column: 'disk_filename', text: null };
  if (trace.may.includes('remove')) return { ...row, remove: true };
  const filters = trace.text?.replaceAll(lastName, 'Anonymized');
  const text =
    replacements[`${trace.table}.${trace.column ?? ''}`] ?? (trace.column === 'filters' ? filters : 'Anonymized');
  const was = trace.text === null ? {} : { was: sha256(trace.text) };
  return { ...row, column: trace.column, ...was, text: text === 'empty' ? null : text?.replace('ID', trace.id) };
}

function isOnlyNamedOnDisk(trace: Trace, traces: readonly Trace[]): boolean {
  const ofRow = traces.filter(({ table, id }) => table === 'attachments' && id === trace.id && trace.table === table);
  return ofRow.length > 0 && ofRow.every(({ column }) => column === null || column === 'disk_filename');
}

const replacements: Readonly<Record<string, string>> = {
  'users.login': 'anonymized-ID',
  'users.status': '3',
  'wiki_pages.title': 'Anonymized',
  ...Object.fromEntries(
    ['hashed_password', 'salt', 'twofa_totp_key', 'last_login_on', 'passwd_changed_on'].map((name) => [
      `users.${name}`,
      'empty',
    ]),
  ),
};

describe('the native part of Redmine', () => {
  let world: World;
  let before: readonly Held[];

  beforeAll(async () => {
    await freshRedmine('on');
    world = await buildWorld({ ...access, seed: 11 });
    before = await dumpRedmine();
  }, 180_000);

  describe('who may', () => {
    it('refuses a call without a key and says what to do', async () => {
      const answer = await nativeOf({ ...access, key: 'none' })('status');
      expect(answer).toMatchObject({ status: 401, body: { error: 'signed-out' } });
    });

    it('HD-04 refuses everybody but administrators until a group is named, then lets its members in', async () => {
      const rest = restOf(access);
      const account = z.object({ user: z.object({ api_key: z.string() }) });
      const key = (await rest.get(`/users/${world.numbers.agent}.json`, account)).user.api_key;
      expect(await nativeOf({ ...access, key })('status')).toMatchObject({
        status: 403,
        body: { error: 'not-permitted' },
      });
      expect(await nativeOf({ ...access, key })('traces', { person: '1' })).toMatchObject({ status: 403 });
      expect(await nativeOf({ ...access, key })('change', { changes: [] })).toMatchObject({ status: 403 });
      const group = { name: 'Privacy desk', user_ids: [world.numbers.agent] };
      const made = (await rest.post('/groups.json', { group }, z.object({ group: numbered }))).group.id;
      const admin = await signIn(access.url, { login: 'admin', password: passwordFromEnvironment() });
      expect(
        await sendForm(`${access.url}/settings/plugin/lethe`, admin, { 'settings[group_ids][]': String(made) }),
      ).toBe(302);
      expect(await nativeOf({ ...access, key })('status')).toMatchObject({ status: 200, body: { because: 'group' } });
    });

    it('tells an administrator versions and limits', async () => {
      const { body } = await native('status');
      expect(body).toMatchObject({
        redmine: '5.0.4',
        allowed: true,
        because: 'administrator',
        limits: { changes: 200 },
        unknown: [],
      });
    });
  });

  describe('the entry in the menu', () => {
    const page = async (
      path: string,
      session: WebSession,
    ): Promise<{ readonly status: number; readonly html: string }> => {
      const answer = await ask(access.url + path, { headers: { Cookie: session.cookie } });
      return { status: answer.status, html: await answer.text() };
    };

    it("HD-05 stands on a person's page for a member of the named group, and shows the command", async () => {
      const session = await signIn(access.url, world.cast.agent);
      const id = world.numbers.target;
      expect((await page(`/users/${id}`, session)).html).toContain(`href="/lethe/users/${id}"`);
      expect((await page(`/lethe/users/${id}`, session)).html).toContain(`lethe plan --host redmine --id ${id}`);
    });

    it('HD-04 is absent for everybody else, page included', async () => {
      const session = await signIn(access.url, world.cast.colleague);
      expect((await page(`/users/${world.numbers.target}`, session)).html).not.toContain('/lethe/');
      expect((await page(`/lethe/users/${world.numbers.target}`, session)).status).toBe(403);
      expect((await page('/lethe', session)).status).toBe(403);
    });

    it('HD-04 is absent for an administrator who is in no named group, but for where groups are named', async () => {
      const session = await signIn(access.url, { login: 'admin', password: passwordFromEnvironment() });
      expect((await page(`/users/${world.numbers.target}/edit`, session)).html).not.toContain('/lethe/users/');
      expect((await page('/admin', session)).html).toContain('href="/lethe"');
      expect((await page('/lethe', session)).html).toContain('lethe find --host redmine');
      expect((await page('/settings/plugin/lethe', session)).html).toContain('Privacy desk');
    });
  });

  describe('finding', () => {
    it('finds every cell of the database that names her, in every spelling', async () => {
      const cells = hunt(
        before.filter(inDatabase),
        [...names(world), ...world.cast.target.phoneSpellings],
        world.innocent,
      );
      const traces = new Set((await walkTraces(native, namesOf(world))).map(at));
      const missed = cells.map((cell) => cell.replace(/: secret \d+$/, '')).filter((cell) => !traces.has(cell));
      expect(cells.length).toBeGreaterThan(80);
      expect(missed).toEqual([]);
    });

    it('finds every cell with a word of hers by whose it is, and nothing twice', async () => {
      const search = { ...namesOf(world), person: String(world.numbers.target), whole_issues: true };
      const traces = (await walkTraces(native, search)).map(at);
      const cells = hunt(before.filter(inDatabase), [...world.secrets, ...world.outgoing], world.innocent);
      expect(cells.map((cell) => cell.replace(/: secret \d+$/, '')).filter((cell) => !traces.includes(cell))).toEqual(
        [],
      );
      expect(new Set(traces).size).toBe(traces.length);
    });

    it('walks page by page to the same traces', async () => {
      const search = { ...namesOf(world), person: String(world.numbers.target), whole_issues: true };
      const whole = await walkTraces(native, search);
      expect(await walkTraces(native, { ...search, limit: 7 })).toEqual(whole);
    });

    it('leaves the namesake alone', async () => {
      const traces = await walkTraces(native, { terms: [world.cast.target.lastName], tables: ['users', 'issues'] });
      const ids = traces.filter(({ table }) => table === 'users').map(({ id }) => id);
      expect(ids).toEqual(ids.map(() => String(world.numbers.target)));
    });
  });

  describe('refusing', () => {
    const subject = { table: 'issues', id: '1', column: 'subject' };

    beforeAll(async () => {
      before = await dumpRedmine();
    });

    it.each([
      ['a text that changed since it was seen', { ...subject, was: sha256('something else'), text: 'x' }, 'stale'],
      ['a row that is not there', { ...subject, id: '99999', text: 'x' }, 'gone'],
      ['a blank where Redmine wants a text', { ...subject, text: '' }, 'refused'],
      [
        'a text longer than the column',
        { table: 'users', id: '5', column: 'firstname', text: 'x'.repeat(31) },
        'refused',
      ],
      ['a table outside the list', { table: 'wikis', id: '1', column: 'start_page', text: 'x' }, 'refused'],
      ['a column outside the list', { table: 'issues', id: '1', column: 'author_id', text: '1' }, 'refused'],
      ['a login that is taken', { table: 'users', id: '5', column: 'login', text: 'ADMIN' }, 'refused'],
      ['locking the account that makes the call', { table: 'users', id: '1', column: 'status', text: '3' }, 'refused'],
      ['setting a password', { table: 'users', id: '5', column: 'hashed_password', text: 'x' }, 'refused'],
      ['removing an issue', { table: 'issues', id: '1', remove: true }, 'refused'],
      ['filters of another shape', { table: 'queries', id: '8', column: 'filters', text: '{"x":1}' }, 'refused'],
    ])('%s', async (_what, one, result) => {
      expect(await change(native, [one])).toMatchObject([{ result }]);
    });

    it.each([
      ['no JSON', 'hushnojson'],
      ['a list', ['hushlist']],
      ['an unknown key', { changes: [{ ...subject, text: 'x', hushkey: 1 }] }],
      ['too many at once', { changes: Array.from({ length: 201 }, () => ({ ...subject, text: 'hushmany' })) }],
      ['neither text nor remove', { changes: [subject] }],
      ['a number for an id', { changes: [{ ...subject, id: 1, text: 'hush' }] }],
    ])('a batch with %s is rejected whole', async (_what, body) => {
      expect(await native('change', body)).toMatchObject({ status: 422, body: { error: 'rejected' } });
    });

    it('changed nothing by all of that', async () => {
      expect(changedCells(before.filter(inDatabase), (await dumpRedmine()).filter(inDatabase))).toEqual([]);
    });
  });

  describe('changing', () => {
    let traces: readonly Trace[];
    let changes: readonly unknown[];

    beforeAll(async () => {
      await truncate(await logOfRedmine());
      const search = { ...namesOf(world), person: String(world.numbers.target), whole_issues: true };
      traces = await walkTraces(native, search);
      const settable = traces.filter(({ may }) => may.length > 0);
      const wanted = settable.map((trace) => harshest(trace, traces, world.cast.target.lastName));
      changes = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
    }, 60_000);

    it('does all it was asked, and nothing is refused', async () => {
      before = await dumpRedmine();
      const results = await change(native, changes);
      expect(results.filter(({ result }) => result !== 'done')).toEqual([]);
    });

    it('leaves no secret in the database, the files or the caches', async () => {
      expect(hunt(await dumpRedmine(), world.secrets, world.innocent)).toEqual([]);
    });

    it('touched no cell but those it was asked to, no history, no time of change', async () => {
      const asked = new Set(traces.map(at));
      const removed = traces.filter(({ may }) => may.includes('remove')).map(({ table, id }) => `${table}/${id}/`);
      const touched = changedCells(before, await dumpRedmine()).filter(
        (cell) => !asked.has(cell) && !removed.some((row) => cell.startsWith(row)),
      );
      expect(touched.filter((cell) => !expected.test(cell))).toEqual([]);
    });

    it('says done again when sent again (or gone, for a row that went with another), and writes nothing', async () => {
      const once = await dumpRedmine();
      const again = await change(native, changes);
      const gone = again.flatMap(({ result }, index) =>
        result === 'done' ? [] : [{ result, change: changes[index] }],
      );
      expect(gone.filter(({ change: one }) => !JSON.stringify(one).includes('"import_items"'))).toEqual([]);
      expect(changedCells(once, await dumpRedmine())).toEqual([]);
    });

    it('wrote no personal text into the log, and sent no mail', async () => {
      const log = await readFile(await logOfRedmine(), 'utf8');
      expect(log).toContain('Lethe: account 1 changed');
      expect(hunt([{ at: 'log', text: log }], [...world.secrets, ...world.outgoing, ...world.kept])).toEqual([]);
      expect(log).not.toContain('MailDeliveryJob');
    });

    it('reads again what it wrote', async () => {
      const rows = traces
        .filter(({ table }) => table === 'journals' || table === 'tokens')
        .map(({ table, id, column }) => ({ table, id, column }));
      const { body } = await native('reread', { rows });
      const { readings } = z
        .object({ readings: z.array(z.object({ state: z.string(), text: z.string().nullish() })) })
        .parse(body);
      const states = readings.map(({ state, text }, index) =>
        `${rows[index]?.table ?? ''} ${state} ${text ?? ''}`.trim(),
      );
      expect(new Set(states)).toEqual(new Set(['journals here Anonymized', 'tokens gone']));
    });

    it('closed her sessions, and her password opens nothing', async () => {
      expect(await isSignedIn(access.url, world.session)).toBe(false);
    });

    it('takes the HTML of a long text out of the cache', async () => {
      const rest = restOf(access);
      const path = '/projects/support/wiki/Long';
      await rest.put(`${path}.json`, { wiki_page: { text: 'A long story. '.repeat(300) } });
      await ask(access.url + path, { headers: { 'X-Redmine-API-Key': access.key } });
      const cached = async (): Promise<number> =>
        (await dumpRedmine()).filter(({ at: cell }) => cell.includes('formatted_text')).length;
      expect(await cached()).toBe(1);
      const [trace] = await walkTraces(native, { terms: ['long story'], tables: ['wiki_contents'] });
      await change(native, [{ table: 'wiki_contents', id: trace?.id, column: 'text', text: 'Short.' }]);
      expect(await cached()).toBe(0);
    });

    it('renames a file two rows share, for both, and the file still opens', async () => {
      const cells = await dumpRedmine();
      const shared = cells.find(({ at: cell, text }) => cell.endsWith('/filename') && text === 'prices.txt');
      const id = shared?.at.split('/')[1] ?? '';
      const onDisk = cells.find(({ at: cell }) => cell === `attachments/${id}/disk_filename`)?.text;
      expect(onDisk).toMatch(/^\d{12}_lethe\d+\.txt$/);
      const answer = await ask(`${access.url}/attachments/download/${id}/prices.txt`, {
        headers: { 'X-Redmine-API-Key': access.key },
      });
      expect(await answer.text()).toContain('the same for everybody');
    });

    it('leaves a Redmine that shows everything it changed', async () => {
      const rest = restOf(access);
      const page = z.object({ wiki_page: z.object({ text: z.string() }) });
      const versions = [1, 2, 3].map(
        async (version) => (await rest.get(`/projects/support/wiki/Contacts/${version}.json`, page)).wiki_page.text,
      );
      expect(await Promise.all(versions)).toEqual(['Anonymized', 'Anonymized', expect.stringContaining('nobody left')]);
      for (const path of [
        '/issues/3',
        '/projects/support/issues?query_id=9',
        '/projects/support/boards',
        '/projects/support/news',
        '/projects/support/documents',
        `/users/${world.numbers.target}`,
        '/projects/support/files',
        '/projects/support/wiki/index',
        '/projects/support/roadmap',
      ]) {
        const answer = await ask(access.url + path, { headers: { 'X-Redmine-API-Key': access.key } });
        expect(`${path} ${answer.status}`).toBe(`${path} 200`);
      }
    });
  });
});

/** What moves along: an issue's lock, the time of a setting, a file name shared by rows, roles of a membership, lines of an import. */
const expected =
  /^issues\/\d+\/lock_version$|^settings\/\d+\/updated_on$|^attachments\/\d+\/disk_filename$|^files\/|^tmp\/|^(sqlite_sequence|groups_users|member_roles|import_items)\//;

function inDatabase(held: Held): boolean {
  return !/^(files|tmp)\//.test(held.at);
}

function names(world: World): readonly string[] {
  const { target } = world.cast;
  return [target.lastName, target.login, target.address, target.secondAddress, target.thirdAddress];
}
