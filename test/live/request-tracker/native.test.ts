import { readFile, truncate } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { changedCells, hunt } from '../shared/held.ts';
import type { Held } from '../shared/held.ts';
import { at, change, sha256, walkTraces } from '../shared/native-calls.ts';
import type { Trace } from '../shared/native-calls.ts';
import { runProgram } from '../shared/programs.ts';
import { dumpRequestTracker } from './dump.ts';
import {
  accessFromEnvironment,
  freshRequestTracker,
  logOfRequestTracker,
  passwordFromEnvironment,
} from './environment.ts';
import { beside, runInside } from './inside.ts';
import { nativeOf } from './native-calls.ts';
import { nothing, restOf } from './rest.ts';
import { isSignedIn, openPage, signIn } from './web-session.ts';
import { buildWorld } from './world.ts';
import type { World } from './world.ts';

const access = accessFromEnvironment();
const native = nativeOf(access);
const root = { login: 'root', password: passwordFromEnvironment() };

/** Everything that names her; words in texts are found by whose they are. */
function namesOf({ cast: { target } }: World): {
  readonly terms: readonly string[];
  readonly phones: readonly string[];
} {
  const terms = [target.lastName, target.login, target.address, target.secondAddress, target.thirdAddress];
  return { terms, phones: [target.phone, target.mobile] };
}

/** What may be written in a place, where it is not simply a word. */
const replacements: Readonly<Record<string, string>> = {
  'Users.Name': 'anonymized-ID',
  'Users.EmailAddress': '',
  'Users.Password': '',
  'Users.AuthToken': '',
  'Principals.Disabled': '1',
  'Articles.Name': 'Anonymized ID',
  'Attachments.Headers': '',
  'Links.Target': 'https://anonymized.invalid/',
};

/** The harshest change a trace allows; what is packed keeps its shape. */
function harshest(trace: Trace, secrets: readonly string[]): unknown {
  const row = { table: trace.table, id: trace.id };
  if (trace.may.includes('remove')) return { ...row, remove: true };
  const was = trace.text === null ? {} : { was: sha256(trace.text) };
  const packed = trace.text?.startsWith('{') === true ? without(trace.text, secrets) : undefined;
  const text = replacements[`${trace.table}.${trace.column ?? ''}`] ?? packed ?? (trace.hidden ? '' : 'Anonymized');
  return { ...row, column: trace.column, ...was, text: text.replace('ID', trace.id) };
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, 'Anonymized'), text);
}

describe('the native part of Request Tracker', () => {
  let world: World;
  let before: readonly Held[];

  beforeAll(async () => {
    await freshRequestTracker('on');
    world = await buildWorld({ ...access, seed: 11 });
    await runProgram([beside('foreign-table.sh'), `Ask ${world.cast.target.lastName}`]);
    before = await dumpRequestTracker();
  }, 400_000);

  describe('who may', () => {
    it('refuses a call without a token', async () => {
      expect(await nativeOf({ ...access, token: 'none' })('status')).toMatchObject({ status: 401 });
    });

    it('HD-04 refuses everybody but SuperUsers until the right is granted, then lets those who hold it in', async () => {
      const agent = nativeOf(access, world.cast.agent);
      const refused = { status: 403, body: { error: 'not-permitted' } };
      expect(await agent('status')).toMatchObject(refused);
      expect(await agent('traces', { person: '1' })).toMatchObject(refused);
      expect(await agent('change', { changes: [] })).toMatchObject(refused);
      expect(await agent('reread', { rows: [] })).toMatchObject(refused);
      await runInside('grant.pl', { group: 'Privacy desk', member: world.numbers.agent });
      expect(await agent('status')).toMatchObject({ status: 200, body: { because: 'group' } });
      expect(await nativeOf(access, world.cast.target)('status')).toMatchObject(refused);
    });

    it('tells a SuperUser versions, limits, and what another extension brought', async () => {
      const { body } = await native('status');
      expect(body).toMatchObject({
        rt: expect.stringMatching(/^5\.0\.\d+$/),
        allowed: true,
        because: 'administrator',
        limits: { changes: 200 },
        unknown: [{ table: 'CrmContacts', columns: ['Note'], searched: true }],
      });
    });
  });

  describe('the entry in the menus', () => {
    it('HD-05 stands on the summary and in the people box of a ticket for a holder of the right, and shows the command', async () => {
      const session = await signIn(access.url, world.cast.agent);
      const id = String(world.numbers.target);
      const link = `/Lethe/User.html?id=${id}`;
      expect((await openPage(`${access.url}/User/Summary.html?id=${id}`, session)).html).toContain(link);
      const ticket = await openPage(`${access.url}/Ticket/Display.html?id=${String(world.tickets.byMail)}`, session);
      expect(ticket.html.split(link).length - 1).toBeGreaterThanOrEqual(2);
      expect((await openPage(access.url + link, session)).html).toContain(`lethe plan --host rt --id ${id}`);
    });

    it('HD-04 is absent for everybody else, page included', async () => {
      const session = await signIn(access.url, world.cast.secondAgent);
      const id = String(world.numbers.target);
      const paths = [`/User/Summary.html?id=${id}`, `/Ticket/Display.html?id=${String(world.tickets.byMail)}`];
      for (const path of paths) {
        const { status, html } = await openPage(access.url + path, session);
        expect({ status, hasEntry: html.includes('/Lethe/') }).toEqual({ status: 200, hasEntry: false });
      }
      expect((await openPage(`${access.url}/Lethe/User.html?id=${id}`, session)).status).toBe(403);
      const hers = await signIn(access.url, world.cast.colleague);
      expect((await openPage(`${access.url}/Lethe/User.html?id=${id}`, hers)).html).not.toContain('lethe plan');
    });

    it("HD-04 stands on a user's admin page for root once a group gives root the right, and nowhere for accounts of RT itself", async () => {
      const session = await signIn(access.url, root);
      const before = await openPage(
        `${access.url}/Admin/Users/Modify.html?id=${String(world.numbers.target)}`,
        session,
      );
      expect(before.html).not.toContain('/Lethe/User.html');
      await runInside('grant.pl', { group: 'Privacy administrators', member: 14 });
      const page = async (id: number): Promise<string> =>
        (await openPage(`${access.url}/Admin/Users/Modify.html?id=${String(id)}`, session)).html;
      expect(await page(world.numbers.target)).toContain('/Lethe/User.html');
      expect(await page(14)).not.toContain('/Lethe/User.html');
      expect((await openPage(`${access.url}/Lethe/User.html?id=1`, session)).status).toBe(404);
    });
  });

  describe('finding', () => {
    it('finds every cell of the database that names her, in every spelling and encoding', async () => {
      const names = namesOf(world);
      const cells = hunt(
        before.filter(inDatabase),
        [...names.terms, ...world.cast.target.phoneSpellings],
        world.innocent,
      );
      const traces = new Set((await walkTraces(native, names)).map(at));
      const rows = new Set([...traces].map((place) => place.replace(/[^/]*$/, '')));
      const missed = places(cells).filter((cell) => !traces.has(cell) && !rows.has(cell.replace(/[^/]*$/, '')));
      expect(cells.length).toBeGreaterThan(80);
      expect(missed.filter((cell) => !cell.startsWith('AuthTokens/'))).toEqual([]); // the row is found by whose it is
    });

    it('finds every cell with a word of hers by whose it is, and nothing twice', async () => {
      const traces = (await walkTraces(native, everything(world))).map(at);
      const cells = hunt(before.filter(inDatabase), [...world.secrets, ...world.outgoing], world.innocent);
      const tokens = traces.filter((place) => place.startsWith('AuthTokens/'));
      const missed = places(cells).filter(
        (cell) => !traces.includes(cell) && !tokens.some((row) => cell.startsWith(row)) && !inPicture(cell, traces),
      );
      expect(missed).toEqual([]);
      expect(new Set(traces).size).toBe(traces.length);
    });

    it('walks page by page to the same traces', async () => {
      const whole = await walkTraces(native, everything(world));
      expect(await walkTraces(native, { ...everything(world), limit: 37 })).toEqual(whole);
    });

    it('finds the sessions: hers, and one that remembers a search for her', async () => {
      const found = await walkTraces(native, {
        ...namesOf(world),
        person: String(world.numbers.target),
        tables: ['sessions'],
      });
      const whys = found.map(({ why }) => why.join(' '));
      expect(whys.filter((why) => why.includes('self'))).toHaveLength(1);
      expect(whys).toContain('mention');
    });

    it('leaves the namesake alone, and shows what may not be changed', async () => {
      const { terms } = namesOf(world);
      const users = await walkTraces(native, { terms: [world.cast.target.lastName], tables: ['Users'] });
      const { target, colleague, namesake } = world.numbers;
      const found = users.map(({ id, column }) => `${id} ${column ?? ''}`);
      expect(found.filter((one) => !one.startsWith(`${String(target)} `))).toEqual(
        expect.arrayContaining([`${String(colleague)} Comments`, `${String(namesake)} EmailAddress`]), // which ends in hers
      );
      expect(
        found
          .filter((one) => !/ (?:Comments|EmailAddress)$/.test(one))
          .every((one) => one.startsWith(`${String(target)} `)),
      ).toBe(true);
      const [foreign] = await walkTraces(native, { terms, tables: ['CrmContacts'] });
      expect(foreign).toMatchObject({ column: 'Note', may: [], because: expect.stringContaining('another extension') });
    });
  });

  describe('changing', () => {
    let traces: readonly Trace[];
    let changes: readonly unknown[];
    let mails: readonly string[];

    beforeAll(async () => {
      await truncate(await logOfRequestTracker());
      mails = await mailsOut();
      traces = await walkTraces(native, everything(world));
      const settable = traces.filter(({ may }) => may.length > 0);
      const wanted = settable.map((trace) => harshest(trace, world.secrets));
      changes = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
      before = await dumpRequestTracker();
    }, 120_000);

    it('does all it was asked, and nothing is refused', async () => {
      const results = await change(native, changes);
      const bad = results.flatMap((result, index) =>
        result.result === 'done' ? [] : [{ result, change: changes[index] }],
      );
      expect(bad).toEqual([]);
    });

    it('leaves no secret in the database, the sessions or the caches', async () => {
      const found = hunt(await dumpRequestTracker(), world.secrets, world.innocent);
      expect(found.filter((place) => !place.startsWith('CrmContacts/'))).toEqual([]);
    });

    it('touched no cell but those it was asked to, no history, no time of change', async () => {
      const asked = new Set(traces.map(at));
      const removed = traces.filter(({ may }) => may.includes('remove')).map(({ table, id }) => `${table}/${id}`);
      const touched = changedCells(before, await dumpRequestTracker()).filter(
        (cell) => !asked.has(cell) && !removed.some((row) => cell === row || cell.startsWith(`${row}/`)),
      );
      expect(touched.filter((cell) => !expected.test(cell))).toEqual([]);
    });

    it('says done again when sent again, and writes nothing', async () => {
      const once = await dumpRequestTracker();
      const again = await change(native, changes);
      expect(again.filter(({ result }) => result !== 'done')).toEqual([]);
      expect(changedCells(once, await dumpRequestTracker()).filter((cell) => !cell.endsWith('/LastUsed'))).toEqual([]);
    });

    it('wrote no personal text into the log, and sent no mail', async () => {
      const log = await readFile(await logOfRequestTracker(), 'utf8');
      expect(log).toMatch(/Lethe: account \d+ changed .*Attachments \d+/);
      expect(hunt([{ at: 'log', text: log }], [...world.secrets, ...world.outgoing, ...world.kept])).toEqual([]);
      expect(await mailsOut()).toEqual(mails);
    });

    it('reads again what it wrote', async () => {
      const rows = traces
        .filter(({ table, column }) => table === 'Transactions' || table === 'AuthTokens' || column === 'Password')
        .map(({ table, id, column }) => ({ table, id, column }));
      const { body } = await native('reread', { rows });
      const reading = z.object({ state: z.string(), text: z.string().nullish(), hidden: z.boolean().optional() });
      const states = z
        .object({ readings: z.array(reading) })
        .parse(body)
        .readings.map(({ state, text, hidden }, index) =>
          [rows[index]?.table, state, text ?? '', hidden === true ? 'hidden' : ''].join(' ').trim(),
        );
      expect(new Set(states)).toEqual(new Set(['Transactions here Anonymized', 'AuthTokens gone', 'Users here']));
    });

    it('closed her sessions, and her password opens nothing', async () => {
      expect(await isSignedIn(access.url, world.session)).toBe(false);
      await expect(signIn(access.url, world.cast.target)).rejects.toThrow('signing in');
    });

    it('leaves a Request Tracker that shows everything it changed, and still takes and sends mail', async () => {
      const session = await signIn(access.url, root);
      const { tickets, numbers } = world;
      const all = Object.values(tickets).flatMap((id) => [
        `/Ticket/Display.html?id=${id}`,
        `/Ticket/History.html?id=${id}`,
      ]);
      const more = [
        '/Articles/Article/Display.html?id=1',
        '/Admin/Groups/',
        '/Asset/Display.html?id=1',
        '/Search/Build.html',
      ];
      const hers = [`/User/Summary.html?id=${numbers.target}`, `/User/History.html?id=${numbers.target}`];
      const admin = [
        `/Admin/Users/Modify.html?id=${numbers.target}`,
        `/Admin/Users/AuthTokens.html?id=${numbers.target}`,
      ];
      for (const path of [...all, ...more, ...hers, ...admin]) {
        const { status, html } = await openPage(access.url + path, session);
        expect(`${path} ${status} ${/internal error|error occurred/i.exec(html)?.[0] ?? ''}`).toBe(`${path} 200 `);
      }
      const answer = { Content: 'Anything else?', ContentType: 'text/plain' };
      await restOf(access).post(`/ticket/${tickets.unrelated}/correspond`, answer, nothing);
      expect(await mailsOut()).not.toEqual(mails);
    }, 180_000);
  });
});

/** What moves along: the encoding of a content, when the caller's own token was used, and who is in a group by which way. */
const expected =
  /^AuthTokens\/\d+\/LastUsed$|^Attachments\/\d+\/ContentEncoding$|^ObjectCustomFieldValues\/\d+\/ContentEncoding$|^CachedGroupMembers\/|^sessions\/|^cache\//;

function inDatabase({ at: place }: Held): boolean {
  return !/^(?:sessions|cache|tmp|CrmContacts)\//.test(place);
}

function places(hits: readonly string[]): readonly string[] {
  return [...new Set(hits.map((hit) => hit.replace(/: secret \d+$/, '')))];
}

/** A word inside a picture cannot be found; the picture is, by whose it is. */
function inPicture(cell: string, traces: readonly string[]): boolean {
  return cell.endsWith('/Content') && traces.includes(cell.replace('Content', ''));
}

function everything(world: World): Readonly<Record<string, unknown>> {
  return { ...namesOf(world), person: String(world.numbers.target), whole_issues: true };
}

/** The files of mails that went out, with their sizes: several mails share one. */
async function mailsOut(): Promise<readonly string[]> {
  const list = 'cd "$MAIL_DIR" && find . -name "*.mbox" -printf "%p %s\\n" | sort';
  return (await runProgram(['bash', '-c', `. ${beside('common.sh')} && ${list}`])).split('\n');
}
