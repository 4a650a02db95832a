import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonId } from '@lethe/core';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets } from '@lethe/core/testing';
import { languages, mailSchema, serverSettingsSchema } from '@lethe/settings';
import { noticeKinds } from '@lethe/storage';
import type { Preferences } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { signedIn } from '../testing/browser.ts';
import { TestGround } from '../testing/test-ground.ts';
import { mailOf } from './notice-mail.ts';
import { ownCertificate, startMailServer } from './mail-server.suite.ts';
import type { MailServer } from './mail-server.suite.ts';
import { postOf } from './post.ts';
import type { Post } from './post.ts';
import { gatherNotices, sendNotices } from './telling.ts';
import { noticeWords } from './words/notice-words.ts';

const permissions = {
  activation: ['runners', 'approvers'],
  grants: { runners: ['preview', 'run'], approvers: ['preview', 'approve'] },
} as const;
const test = new TestGround({ permissions });
const here: { server?: MailServer } = {};
const going = new AbortController().signal;

function server(): MailServer {
  if (here.server === undefined) throw new ReferenceError('The mail server is there while tests run.');
  return here.server;
}

beforeAll(async () => {
  here.server = await startMailServer();
});
afterAll(async () => server().close());
afterEach(async () => {
  test.ahead = 0;
  for (const table of ['notice', 'notice_told', 'notice_mark', 'notice_address', 'returned'])
    await test.database.ask(`delete from lethe.${table}`);
  await test.database.ask(
    "update lethe.approval set state = 'withdrawn', ended_at = now() - interval '9 days' where state = 'open'",
  );
});

function groundWith(mail: object = {}): ServerGround {
  const { port } = server();
  return test.ground({
    server: {
      publicUrl: 'https://lethe.example.test',
      mail: { host: '127.0.0.1', port, tls: 'none', from: 'lethe@example.test', ...mail },
    },
  });
}

/** Somebody who may be told. */
async function operator(
  ground: ServerGround,
  groups: readonly string[],
  chosen: Partial<Preferences> = {},
): Promise<string> {
  const identity = {
    kind: 'open-id',
    issuer: 'https://id.example.test',
    subject: ground.uuid(),
    name: 'Ada King',
  } as const;
  const made = await ground.store.signIn.arrive({ identity, groups, administrator: false });
  const id = made?.id ?? '';
  await ground.store.notices.choose(id, { address: `${id}@example.test`, unwanted: [], ...chosen });
  return id;
}

function post(ground: ServerGround): Post {
  const { mail } = ground.settings.server;
  if (mail === undefined) throw new RangeError('This ground has a mail server.');
  return postOf(mail, (variable) => ground.secrets(variable));
}

/** Gathers what happened and sends it. Answers what was taken meanwhile. */
async function told(ground: ServerGround) {
  const before = server().taken.length;
  await gatherNotices(ground);
  const door = post(ground);
  await sendNotices(ground, door, going);
  door.close();
  return server().taken.slice(before);
}

async function askedBy(ground: ServerGround, by: string, needsSecond = true): Promise<string> {
  const record = inventedRecord({ person: `person-${crypto.randomUUID()}` });
  await ground.store.savePlan(record, inventedSecrets());
  const id = crypto.randomUUID();
  const now = ground.clock.now();
  const velocity = { most: 1000, since: now };
  const caps = { operator: by, now, night: '2026-11-28', perOperator: 1000, perNight: 1000, velocity };
  const approval = { ...approvalOfRecord(record), by, at: now };
  await ground.store.api.approvals.ask({ id, record, approval, needsSecond, notBefore: undefined, caps });
  return id;
}

/** A run of somebody's, as it is just after they asked for it. */
async function runBy(ground: ServerGround, by: string) {
  const record = inventedRecord({ person: `person-${crypto.randomUUID()}` });
  await ground.store.savePlan(record, inventedSecrets());
  return ground.store.begin(record.id, { ...approvalOfRecord(record), by, at: ground.clock.now() });
}

describe('what a mail says', () => {
  it.each(languages.map((language) => [language]))(
    'is complete in %s: no gap is left, links and counts are in it',
    (language) => {
      for (const kind of [...noticeKinds, 'test'] as const) {
        const about = { count: 12, runs: ['r-1', 'r-2'], hosts: ['desk'], until: '2026-11-29T01:00:00.000Z' };
        const notice = { id: 'n-1', operator: 'op-1', kind, about, madeAt: new Date(), tries: 1 };
        const mail = mailOf(notice, { language, origin: 'https://lethe.example.test', domain: 'example.test' });
        expect(mail.subject + mail.text).not.toMatch(/[{}]|undefined/);
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.text).toContain('https://lethe.example.test/runs/r-2');
        if (kind !== 'test') expect(mail.subject).toContain('12');
      }
      expect(Object.keys(noticeWords[language].about).sort()).toEqual([...noticeKinds, 'test'].sort());
    },
  );
});

describe('who is told', () => {
  it('S10 of a request: everybody who may approve, in their language, never whoever asked; once', async () => {
    const ground = groundWith();
    const asker = await operator(ground, ['runners', 'approvers']);
    const approver = await operator(ground, ['approvers'], { language: 'sv' });
    await operator(ground, ['runners']);
    await operator(ground, ['approvers'], { unwanted: ['second-asked'] });
    expect(await told(ground)).toEqual([]);
    await askedBy(ground, asker);
    await askedBy(ground, asker);
    const mails = await told(ground);
    expect(mails.map(({ to }) => to)).toEqual([[`${approver}@example.test`]]);
    const [{ raw, whole } = { raw: '', whole: '' }] = mails;
    expect(whole).toContain('https://lethe.example.test/approvals');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    // One mail for both, and nobody's name or address but where it goes.
    expect(raw).toMatch(/person=3A_2|person: 2/);
    for (const personal of ['Ada', 'King', 'lovelace', asker]) expect(raw).not.toContain(personal);
    expect(await told(ground)).toEqual([]);
  });

  it('of a run that stopped or ended with gaps: whoever asked for it; one that may go on by itself is left a moment', async () => {
    const ground = groundWith();
    const asker = await operator(ground, ['runners']);
    await told(ground);
    const gaps = await runBy(ground, asker);
    const stopped = await runBy(ground, asker);
    await gaps.end(endingIn('done-with-gaps'));
    await stopped.end({ ...endingIn('stopped'), reason: 'signed-out' });
    const first = await told(ground);
    expect(first).toHaveLength(1);
    expect(first[0]?.whole).toContain(`/runs/${gaps.record.id}`);
    test.ahead = 60_000;
    const second = await told(ground);
    expect(second[0]?.whole).toContain(`/runs/${stopped.record.id}`);
    expect(second).toHaveLength(1);
  });

  it('of what was ended by others, of a check that found something, of people who came back', async () => {
    const ground = groundWith();
    const asker = await operator(ground, ['runners']);
    const approver = await operator(ground, ['approvers'], { unwanted: ['second-asked'] });
    await told(ground);
    const request = await askedBy(ground, asker);
    await ground.store.api.approvals.decline(request, approver);
    const own = await askedBy(ground, asker);
    await ground.store.api.approvals.withdraw(own, asker);
    const cancelled = await told(ground);
    expect(cancelled.map(({ to }) => to)).toEqual([[`${asker}@example.test`]]);
    const owned = await runBy(ground, asker);
    const { record } = owned;
    await owned.end(endingIn('done'));
    const check = { what: 'verified-later', run: record.id, host: 'helpdesk' } as const;
    await ground.store.note({ ...check, counts: { clean: 3, found: 0 } });
    expect(await told(ground)).toEqual([]);
    await ground.store.note({ ...check, counts: { clean: 2, 'still-there': 1 } });
    expect((await told(ground)).map(({ to }) => to)).toEqual([[`${asker}@example.test`]]);
    const hit = { person: 'p-7' as PersonId, run: record.id, place: 'same-host', kinds: ['addresses'] } as const;
    await ground.store.returns.flag('helpdesk', hit);
    const back = await told(ground);
    expect(back.map(({ to }) => to[0]).sort()).toEqual([`${approver}@example.test`, `${asker}@example.test`].sort());
    for (const { raw } of back) expect(raw).not.toContain('p-7');
  });

  it('of a run that begins soon: not when it was asked for a moment ago, and with the time', async () => {
    const ground = groundWith();
    const asker = await operator(ground, ['runners']);
    await told(ground);
    const record = inventedRecord({ person: `person-${crypto.randomUUID()}` });
    await ground.store.savePlan(record, inventedSecrets());
    const notBefore = new Date(Date.now() + 40 * 60_000);
    await ground.store.queue.enqueue(
      record.id,
      { ...approvalOfRecord(record), by: asker, at: ground.clock.now() },
      { notBefore },
    );
    expect(await told(ground)).toEqual([]);
    test.ahead = 30 * 60_000;
    const mails = await told(ground);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.whole).toContain(notBefore.toISOString().slice(11, 16));
    expect(await told(ground)).toEqual([]);
  });

  it('nobody who was revoked, or has no address where mails may go', async () => {
    const ground = groundWith({ domains: ['example.test'] });
    const asker = await operator(ground, ['runners']);
    const gone = await operator(ground, ['approvers']);
    await operator(ground, ['approvers'], { address: 'somebody@elsewhere.test' });
    await told(ground);
    await askedBy(ground, asker);
    await gatherNotices(ground);
    await ground.store.signIn.revoke(gone, 'administrator-1');
    expect(await told(ground)).toEqual([]);
    expect(await ground.store.notices.counts()).toMatchObject({ waiting: 0, gaveUp: 2 });
  });
});

describe('delivery', () => {
  async function waiting(ground: ServerGround): Promise<string> {
    const asker = await operator(ground, ['runners']);
    const approver = await operator(ground, ['approvers']);
    await gatherNotices(ground);
    await askedBy(ground, asker);
    await gatherNotices(ground);
    return approver;
  }

  it('a process that dies between the mail server’s yes and its own note loses nothing, and the mail is known again', async () => {
    const ground = groundWith();
    await waiting(ground);
    const before = server().taken.length;
    const door = post(ground);
    const dying: Post = {
      send: async (to, mail) => {
        await door.send(to, mail);
        await new Promise(() => undefined);
      },
      close: () => undefined,
    };
    void sendNotices(ground, dying, going);
    await until(() => server().taken.length > before);
    // The next process: not at once, as the first may only be slow; then the same mail, to the letter.
    await sendNotices(ground, door, going);
    expect(server().taken).toHaveLength(before + 1);
    test.ahead = 6 * 60_000;
    await sendNotices(ground, door, going);
    await sendNotices(ground, door, going);
    door.close();
    const mails = server().taken.slice(before);
    expect(mails).toHaveLength(2);
    const mailbox = new Map(mails.map(({ raw }) => [/^Message-ID: (\S+)/im.exec(raw)?.[1], raw]));
    expect(mailbox.size).toBe(1);
    expect(mails[0]?.raw).toBe(mails[1]?.raw);
    expect(await ground.store.notices.counts()).toMatchObject({ waiting: 0 });
  });

  it('a process that dies before it sends loses nothing; two at the same time send nothing twice', async () => {
    const ground = groundWith();
    await waiting(ground);
    expect(await ground.store.notices.takeDue(20)).toHaveLength(1);
    const before = server().taken.length;
    test.ahead = 6 * 60_000;
    const doors = [post(ground), post(ground), post(ground)];
    await Promise.all([gatherNotices(ground), gatherNotices(ground)]);
    await Promise.all(doors.map(async (door) => sendNotices(ground, door, going)));
    for (const door of doors) door.close();
    expect(server().taken).toHaveLength(before + 1);
  });

  it('a mail server that is down is tried again later each time, for three days; its words are in no log', async () => {
    const ground = groundWith();
    const approver = await waiting(ground);
    const waits: number[] = [];
    const refusing: Post = {
      send: async (to) => Promise.reject(new RangeError(`550 no such user: ${to}`)),
      close: () => undefined,
    };
    for (let tries = 0; tries < 4; tries += 1) {
      await sendNotices(ground, refusing, going);
      const [row] = await test.database.ask('select due_at from lethe.notice');
      const due = row?.['due_at'];
      const minutes = due instanceof Date ? (due.getTime() - test.now().getTime()) / 60_000 : 0;
      waits.push(Math.round(minutes));
      test.ahead += (minutes + 1) * 60_000;
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    test.ahead += 73 * 3_600_000;
    await sendNotices(ground, refusing, going);
    expect(await ground.store.notices.counts()).toMatchObject({ waiting: 0, gaveUp: 1 });
    expect(test.lines.join('')).not.toContain(`${approver}@example.test`);
    expect(test.lines.join('')).toContain('mail not sent');
  });

  it('goes over TLS with a password, from the first byte or after STARTTLS, and never in clear where it must not', async () => {
    const certificate = ownCertificate(new Date());
    const signIns: string[] = [];
    const options = {
      ...certificate,
      ...{ disabledCommands: [], authOptional: false },
      onAuth: (
        {
          username,
          password,
        }: { readonly username?: string | null | undefined; readonly password?: string | null | undefined },
        _: unknown,
        done: (error: Error | null, answer?: { user: string }) => void,
      ) => {
        signIns.push(`${String(username)} ${String(password)}`);
        if (password === 'a-secret') done(null, { user: 'lethe' });
        else done(new Error('no'));
      },
    };
    const mail = { subject: 'Lethe', text: 'Hello.\n', messageId: '<1@example.test>', date: new Date() };
    const settings = {
      host: 'localhost',
      from: 'lethe@example.test',
      userFrom: 'MAIL_USER',
      passwordFrom: 'MAIL_PASSWORD',
    };
    const secrets = (variable: string): string => (variable === 'MAIL_USER' ? 'lethe' : 'a-secret');
    const send = async (how: object, known = secrets, ca = certificate.cert) => {
      const door = postOf(mailSchema.parse({ ...settings, ...how }), known, { ca });
      await door.send('ada@example.test', mail).finally(() => door.close());
    };
    const implicit = await startMailServer({ ...options, secure: true });
    const starttls = await startMailServer(options);
    await send({ port: implicit.port, tls: 'implicit' });
    await send({ port: starttls.port });
    expect([implicit.taken.length, starttls.taken.length]).toEqual([1, 1]);
    expect(signIns).toEqual(['lethe a-secret', 'lethe a-secret']);
    await expect(send({ port: starttls.port }, () => 'wrong')).rejects.toThrow();
    await expect(send({ port: starttls.port }, secrets, ownCertificate(new Date()).cert)).rejects.toThrow();
    // One that does not offer to change over is told nothing, no password either.
    await expect(send({ port: server().port })).rejects.toThrow();
    await Promise.all([implicit.close(), starttls.close()]);
  }, 30_000);
});

describe('what may be set', () => {
  it.each([
    ['a line of its own', 'ada@example.test\r\nBcc: eve@example.test'],
    ['a second address', 'ada@example.test, eve@example.test'],
    ['a name', 'Ada <ada@example.test>'],
    ['a quoted text', '"ada eve"@example.test'],
    ['a null', 'ada@example.test\u0000'],
  ])('S21 is never an address with %s, of an operator or of the settings', async (_, address) => {
    const ground = groundWith();
    const app = await test.serve(ground);
    const { browser } = await signedIn(app, ground, { groups: ['runners'] });
    const answer = await browser.change('PUT', '/api/v1/notice-preferences', { address });
    expect(answer.statusCode).toBe(400);
    expect(mailSchema.safeParse({ host: 'mail.example.test', from: address }).success).toBe(false);
  });

  it('is one’s own address, sealed, shown to nobody else, and tried with a mail', async () => {
    const ground = groundWith({ domains: ['example.test'] });
    const app = await test.serve(ground);
    const { browser, id } = await signedIn(app, ground, { groups: ['runners'] });
    const url = '/api/v1/notice-preferences';
    expect((await browser.get(url)).json()).toEqual({ mails: true, from: 'none', unwanted: [] });
    expect((await browser.change('POST', `${url}/test`)).json()).toMatchObject({ error: 'no-address' });
    const elsewhere = { address: 'ada@elsewhere.test' };
    expect((await browser.change('PUT', url, elsewhere)).json()).toMatchObject({ error: 'address-elsewhere' });
    const chosen = { address: 'ada.king@example.test', language: 'de', unwanted: ['returned'] };
    expect((await browser.change('PUT', url, chosen)).json()).toMatchObject({ from: 'own', ...chosen });
    expect(JSON.stringify(await test.database.ask('select n::text from lethe.notice_address n'))).not.toContain(
      'ada.king',
    );
    expect((await browser.change('POST', `${url}/test`)).statusCode).toBe(204);
    const mails = await told(ground);
    expect(mails.map(({ to }) => to)).toEqual([['ada.king@example.test']]);
    // What a provider says does not take the place of what somebody chose.
    await ground.store.notices.learn(id, 'other@example.test');
    expect((await browser.get(url)).json()).toMatchObject(chosen);
    const { browser: other } = await signedIn(app, ground, { groups: ['runners'] });
    expect((await other.get(url)).body).not.toContain('ada.king');
  });

  it('leaves this machine encrypted, or not at all', () => {
    const mail = { host: 'mail.example.test', from: 'lethe@example.test', tls: 'none' } as const;
    expect(serverSettingsSchema.safeParse({ mail }).success).toBe(false);
    expect(serverSettingsSchema.safeParse({ mail: { ...mail, host: '127.0.0.1' } }).success).toBe(true);
    expect(serverSettingsSchema.safeParse({ mail: { ...mail, tls: 'starttls', userFrom: 'A' } }).success).toBe(false);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
