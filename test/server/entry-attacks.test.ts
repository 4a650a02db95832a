import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Host } from '@lethe/core';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, Browser, signInRoutes, TestGround } from '@lethe/server/testing';
import type { Answer } from '@lethe/server/testing';
import { operationsOf } from './every-route.ts';
import { comeFrom, goOn, saidNow, signedWord } from './host-word.ts';
import type { Said } from './host-word.ts';

const audience = 'https://lethe.example.test';
const origin = 'https://desk.example.test';
const test = new TestGround();
const world = smallWorld();

describe('S2 the way in from a host’s menu', () => {
  const desk = memoryGround(world, { clock: virtualClock() });
  const other = memoryGround(smallWorld(), { clock: virtualClock() });
  const may = new Set(['5', '6']);
  let bench: ApiBench;
  let secret = '';
  let secretOfOther = '';
  const page = () => ({ bench, origin });

  beforeAll(async () => {
    const agents = { may: async (account: string) => may.has(account) };
    bench = await ApiBench.open(test, {
      hosts: { desk: desk.host, other: other.host, plain: other.host } satisfies Record<string, Host>,
      agents: { desk: agents, other: agents },
      server: { publicUrl: audience },
      more: [signInRoutes],
    });
    const { entries } = bench.ground.store.api;
    secret = await entries.renew({ host: 'desk', origin, by: 'op-of-the-test' });
    secretOfOther = await entries.renew({ host: 'other', origin: 'https://other.example.test', by: 'op-of-the-test' });
  });

  const said = (changes: Partial<Said> = {}): Said => ({
    ...saidNow(test.now(), { host: 'desk', audience, by: '5', people: [desk.target] }),
    ...changes,
  });
  const newBrowser = (): Browser => new Browser(bench.app, bench.ground);
  const codeOf = (answer: Answer): unknown => /class="problem">\s*<p>([^<]+)/.exec(answer.body)?.[1];
  const why = (): unknown => {
    const last: unknown = JSON.parse(test.lines.findLast((line) => line.includes('entry refused')) ?? '{}');
    return typeof last === 'object' && last !== null && 'why' in last ? last.why : undefined;
  };

  /** What comes of a word: the status, and why the log says it was refused. */
  async function tried(word: string, from = page()): Promise<readonly unknown[]> {
    const browser = newBrowser();
    const answer = await comeFrom(from, browser, word);
    expect([...browser.jar.keys()].filter((name) => !name.includes('page'))).toEqual([]);
    return answer.statusCode === 200 ? [200] : [answer.statusCode, why()];
  }

  async function cameIn(changes: Partial<Said> = {}): Promise<{ readonly browser: Browser; readonly review: string }> {
    const browser = newBrowser();
    const there = await goOn(bench, browser, await comeFrom(page(), browser, signedWord(said(changes), secret)));
    expect(there.statusCode).toBe(303);
    return { browser, review: String(there.headers.location).replace('/reviews/', '') };
  }

  it('leads somebody the host vouches for to a review of whom they came for, for half an hour', async () => {
    const { browser, review } = await cameIn();
    const { ending } = await bench.ended(browser, `/api/v1/reviews/${review}`);
    expect(ending).toMatchObject({ at: 'reviewed' });
    const session = (await browser.get('/session')).json();
    expect(session).toMatchObject({
      operator: { host: 'desk', groups: [], administrator: false },
      rights: ['preview', 'run'],
    });
    expect(JSON.stringify(session)).not.toMatch(/"5"|account/);
    test.ahead = 31 * 60_000;
    expect((await browser.get('/session')).json()).not.toHaveProperty('operator');
    test.ahead = 0;
  });

  it('S2 refuses a word nobody signed, and each of its bytes changed', async () => {
    const word = signedWord(said(), secret);
    expect(await tried(signedWord(said(), 'A'.repeat(43)))).toEqual([403, 'signature']);
    expect(await tried(signedWord(said(), ''))).toEqual([403, 'signature']);
    for (const forged of [
      '',
      'lethe1',
      'lethe1..',
      `${word}.`,
      ` ${word}`,
      word.replace('lethe1', 'none'),
      word.slice(0, -44),
    ]) {
      expect([forged.length, (await tried(forged))[0]]).toEqual([forged.length, 403]);
    }
    for (let at = 0; at < word.length; at += 3) {
      const letter = word[at] === 'A' ? 'B' : 'A';
      const changed = word.slice(0, at) + letter + word.slice(at + 1);
      expect([at, (await tried(changed))[0]]).toEqual([at, 403]);
    }
    // The last letter of a signature has bits that mean nothing: another spelling of the same bytes is not the same word.
    const twin = String.fromCharCode(word.charCodeAt(word.length - 1) + 1);
    expect((await tried(word.slice(0, -1) + twin))[0]).toBe(403);
    expect(await tried(word)).toEqual([200]);
  });

  it('S2 refuses a word that was used, also by two at the same moment', async () => {
    const word = signedWord(said(), secret);
    const both = await Promise.all([1, 2, 3].map(async () => (await comeFrom(page(), newBrowser(), word)).statusCode));
    expect(both.sort()).toEqual([200, 403, 403]);
    expect(await tried(word)).toEqual([403, 'used']);
  });

  it('S2 refuses a word that is too old, too new, or good for too long', async () => {
    const now = Math.floor(test.now().getTime() / 1000);
    const times: readonly (readonly [number, number, readonly unknown[]])[] = [
      [-100, -40, [403, 'time']],
      [-80, -31, [403, 'time']],
      [40, 100, [403, 'time']],
      [0, 61, [403, 'time']],
      [0, 0, [403, 'time']],
      [10, 0, [403, 'time']],
      [-70, -20, [200]],
      [20, 80, [200]],
    ];
    for (const [issued, expires, expected] of times) {
      const word = signedWord(said({ issued: now + issued, expires: now + expires }), secret);
      expect([issued, expires, await tried(word)]).toEqual([issued, expires, expected]);
    }
  });

  it('S2 refuses a word for another server, of another host, with the secret of another host', async () => {
    expect(await tried(signedWord(said({ audience: 'https://evil.example.test' }), secret))).toEqual([403, 'audience']);
    expect(await tried(signedWord(said({ audience: `${audience}/` }), secret))).toEqual([403, 'audience']);
    expect(await tried(signedWord(said(), secretOfOther))).toEqual([403, 'signature']);
    expect(await tried(signedWord(said({ host: 'other' }), secret))).toEqual([403, 'signature']);
    expect(await tried(signedWord(said({ host: 'plain' }), secret))).toEqual([403, 'no-entry']);
    expect(await tried(signedWord(said({ host: 'nowhere' }), secret))).toEqual([403, 'no-entry']);
  });

  it('S2 refuses another person swapped in, more than may be named, and whatever else is added', async () => {
    const [head, , signature] = signedWord(said(), secret).split('.');
    const swapped = Buffer.from(JSON.stringify(said({ people: ['1'] }))).toString('base64url');
    expect(await tried(`${head ?? ''}.${swapped}.${signature ?? ''}`)).toEqual([403, 'signature']);
    const many = Array.from({ length: 6 }, (_, at) => String(at));
    for (const wrong of [
      { people: many },
      { people: [] },
      { people: ['<b>'] },
      { more: 1 },
      { nonce: 'short' },
      { by: '' },
    ]) {
      expect(await tried(signedWord({ ...said(), ...wrong }, secret))).toEqual([403, 'unreadable']);
    }
  });

  it('S4 is not opened by a page that is not the host’s: nobody comes in as somebody else in their own browser', async () => {
    for (const elsewhere of [
      'https://evil.example.test',
      'http://desk.example.test',
      'null',
      audience,
      `${origin}.evil.test`,
    ]) {
      const answer = await tried(signedWord(said(), secret), { bench, origin: elsewhere });
      expect([elsewhere, answer]).toEqual([elsewhere, [403, 'origin']]);
    }
  });

  it('S2 takes no word from an address, and says nothing of one', async () => {
    const word = signedWord(said(), secret);
    const answer = await newBrowser().get(`/entry?word=${word}`, { origin });
    expect([answer.statusCode, answer.cookies]).toEqual([200, []]);
    expect(answer.body).not.toContain(word);
    expect(test.lines.join('')).not.toContain(word);
    expect(await tried(word)).toEqual([200]);
  });

  it('S2 asks the host: an account that may not, is locked or is not there gets no session', async () => {
    const browser = newBrowser();
    const answer = await comeFrom(page(), browser, signedWord(said({ by: '7' }), secret));
    expect([answer.statusCode, codeOf(answer), why()]).toEqual([
      403,
      expect.stringContaining('may not anonymize'),
      'not-allowed',
    ]);
    expect(answer.cookies).toEqual([]);
  });

  it('S4 does not take the session of somebody else away unless they say so', async () => {
    const { browser, id } = await bench.operator({ administrator: true });
    const leading = await comeFrom(page(), browser, signedWord(said(), secret));
    const asking = await goOn(bench, browser, leading);
    expect([asking.statusCode, asking.body.includes('Sign out and go on'), asking.body.includes('<script')]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await browser.get('/session')).json()).toMatchObject({ operator: { id } });
    expect((await goOn(bench, browser, asking)).statusCode).toBe(303);
    expect((await browser.get('/session')).json()).toMatchObject({ operator: { host: 'desk' } });
    // The same agent comes again without being asked.
    const again = await goOn(bench, browser, await comeFrom(page(), browser, signedWord(said(), secret)));
    expect(again.statusCode).toBe(303);
  });

  it('S4 goes on with the token of this browser’s page alone, once, and with nothing another browser was given', async () => {
    const [browser, victim] = [newBrowser(), newBrowser()];
    const leading = await comeFrom(page(), browser, signedWord(said(), secret));
    await victim.get('/session');
    expect((await goOn(bench, victim, leading)).statusCode).toBe(403);
    const ticket = /name="ticket" value="([^"]+)"/.exec(leading.body)?.[1] ?? '';
    const spoilt = { ...leading, body: leading.body.replace(ticket, `${ticket.slice(0, -8)}AAAAAAAA`) };
    expect((await goOn(bench, browser, spoilt)).statusCode).toBe(403);
    expect((await goOn(bench, browser, leading)).statusCode).toBe(303);
    expect((await goOn(bench, browser, await comeFrom(page(), browser, signedWord(said(), secret)))).statusCode).toBe(
      303,
    );
    const again = newBrowser();
    const other = await comeFrom(page(), again, signedWord(said(), secret));
    const replayed = { ...other, body: other.body.replace(/(name="ticket" value=")[^"]+/, `$1${ticket}`) };
    expect((await goOn(bench, again, replayed)).statusCode).toBe(403);
  });

  it('S1 reaches its own host and the routes it was given, and nothing else', async () => {
    const { browser } = await cameIn();
    const open = operationsOf(bench.app).filter(({ needs }) => needs !== 'nobody');
    const reached: string[] = [];
    for (const { method, path } of open) {
      const url = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
        name === 'host' || name === 'name' ? 'other' : crypto.randomUUID(),
      );
      const answer =
        method === 'GET'
          ? await browser.get(url)
          : await browser.change(method, url, method === 'DELETE' ? undefined : {});
      if (answer.statusCode !== 403) reached.push(`${method} ${path} ${String(answer.statusCode)}`);
    }
    expect(reached.filter((one) => /setting|ledger|operator|entr|grant|decline|PUT/.test(one))).toEqual([]);
    expect((await browser.change('POST', '/api/v1/kill-switch')).statusCode).toBe(403);
    for (const url of ['/api/v1/hosts/other/preflight', '/api/v1/reviews', '/api/v1/people/search']) {
      const body = { host: 'other', hosts: ['other'], person: other.target, texts: ['x@y.test'] };
      const wanted = url.endsWith('reviews')
        ? { host: body.host, person: body.person }
        : { hosts: body.hosts, texts: body.texts };
      const answer = await browser.change('POST', url, url.endsWith('preflight') ? undefined : wanted);
      expect([url, answer.statusCode]).toEqual([url, 404]);
    }
    expect((await browser.get('/api/v1/hosts')).json()).toMatchObject({ hosts: [{ name: 'desk' }] });
    const found = (await browser.change('POST', '/api/v1/people/search', { texts: ['nobody@example.test'] })).json();
    expect(found).toMatchObject({ hosts: [{ host: 'desk' }] });
  });

  it('S3 may not review themselves', async () => {
    may.add(desk.target);
    const { browser, review } = await cameIn({ by: desk.target });
    const { ending } = await bench.ended(browser, `/api/v1/reviews/${review}`);
    expect(ending).toMatchObject({
      at: 'blocked',
      obstacles: expect.arrayContaining([expect.objectContaining({ code: 'oneself' })]),
    });
    may.delete(desk.target);
  });

  it('S9 makes a secret for an administrator who signed in just now, once; the old one counts as long as they said', async () => {
    const { browser } = await bench.operator({ administrator: true });
    const renewed = async (body: object): Promise<string> => {
      const answer: unknown = (await browser.change('POST', '/api/v1/hosts/desk/entry', { origin, ...body })).json();
      return typeof answer === 'object' && answer !== null && 'secret' in answer ? String(answer.secret) : '';
    };
    const [older, newer] = [secret, await renewed({ olderHours: 1 })];
    expect([await tried(signedWord(said(), older)), await tried(signedWord(said(), newer))]).toEqual([[200], [200]]);
    const listed = await browser.get('/api/v1/host-entries');
    expect(listed.json()).toMatchObject({
      audience,
      entries: expect.arrayContaining([expect.objectContaining({ host: 'desk', origin })]),
    });
    expect([older, newer].filter((one) => listed.body.includes(one))).toEqual([]);
    secret = await renewed({ olderHours: 0 });
    expect([await tried(signedWord(said(), newer)), await tried(signedWord(said(), secret))]).toEqual([
      [403, 'signature'],
      [200],
    ]);
    expect((await browser.change('POST', '/api/v1/hosts/plain/entry', { origin })).statusCode).toBe(409);
    expect((await browser.change('POST', '/api/v1/hosts/nowhere/entry', { origin })).statusCode).toBe(404);
  });

  it('S3 is closed at once when an administrator closes it, for whoever came in by it too', async () => {
    const { browser: administrator } = await bench.operator({ administrator: true });
    const { browser } = await cameIn();
    expect((await administrator.change('DELETE', '/api/v1/hosts/desk/entry')).statusCode).toBe(204);
    const found = await browser.change('POST', '/api/v1/people/search', { texts: ['nobody@example.test'] });
    expect(found.statusCode).toBe(403);
    expect(await tried(signedWord(said(), secret))).toEqual([403, 'no-entry']);
    secret = await bench.ground.store.api.entries.renew({ host: 'desk', origin, by: 'op-of-the-test' });
  });

  it('S3 S23 carries nothing out for somebody who left the group since they confirmed it', async () => {
    const { browser } = await cameIn({ by: '6' });
    const plan = await bench.planned(browser, 'desk', desk.target);
    const asked: unknown = (await bench.approve(browser, plan)).json();
    const run = typeof asked === 'object' && asked !== null && 'run' in asked ? String(asked.run) : '';
    may.delete('6');
    const before = await desk.texts();
    const worker = await bench.worker();
    expect(await bench.settled(browser, run)).toBe('stopped');
    await worker.stop();
    const record = await bench.ground.store.run(run);
    expect(record?.ending).toMatchObject({ reason: 'obstacles', obstacles: [{ code: 'right-missing' }] });
    expect(await desk.texts()).toEqual(before);
  });
});
