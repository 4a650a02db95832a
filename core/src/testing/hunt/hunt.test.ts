import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disguisesOf, encodings } from './encodings.ts';
import { hunterFor } from './hunt.ts';

const secret = { label: 'a name & address', text: 'Zoë Ångström <zoe.angstrom@moon.test>', in: [] } as const;
const hunt = hunterFor([secret]);
const digest = (name: string, text: string): string => createHash(name).update(text).digest('hex');

async function encodingOf(...dump: readonly (string | Uint8Array)[]): Promise<string | undefined> {
  return (await hunt(dump)).hits[0]?.encoding;
}

describe('the leak hunt', () => {
  const { text } = secret;
  const bytes = Buffer.from(text);
  it.each<readonly [string, string | Uint8Array]>([
    ['raw', text],
    ['case-folded', text.toUpperCase()],
    ['case-folded', text.toLowerCase()],
    ['case-folded', 'ZoË ÅngStröm <Zoe.Angstrom@moon.TEST>'],
    ['nfd', text.normalize('NFD')],
    ['nfd', text.normalize('NFD').toUpperCase()],
    ['latin-1', Buffer.from(text, 'latin1')],
    ['url', encodeURIComponent(text)],
    ['url', encodeURIComponent(text).toLowerCase()],
    ['url', new URLSearchParams({ q: text }).toString().slice(2)],
    ['url', encodeURI(text)],
    ['url', encodeURIComponent(encodeURIComponent(text))],
    ['html', 'Zo&euml; &Aring;ngstr&ouml;m &lt;zoe.angstrom@moon.test&gt;'],
    ['html', 'Zo&#235; &#197;ngstr&#246;m &#60;zoe.angstrom@moon.test&#62;'],
    ['html', 'Zo&#xEB; &#xC5;ngstr&#xF6;m &#x3C;zoe.angstrom@moon.test&#x3E;'],
    ['html', text.replace(/./gsu, (one) => `&#${one.codePointAt(0)};`)],
    ['json', 'Zo\\u00eb \\u00c5ngstr\\u00f6m <zoe.angstrom@moon.test>'],
    ['json', 'Zo\\u00EB \\u00C5ngstr\\u00F6m <zoe.angstrom@moon.test>'],
    ['quoted-printable', 'Zo=C3=AB =C3=85ngstr=C3=B6m <zoe.angstrom@moon.test>'],
    ['quoted-printable', 'Zo=EB_=C5ngstr=F6m_=3Czoe=2Eangstrom=40moon=2Etest=3E'],
    ['quoted-printable', 'Zo=C3=AB =C3=85ngst=\r\nr=C3=B6m <zoe.angs=\r\ntrom@moon.test>'],
    ['base64', bytes.toString('base64')],
    ['base64', Buffer.from(`!${text}!`).toString('base64')],
    ['base64', Buffer.from(`!!${text}!!`).toString('base64')],
    ['base64', Buffer.from(`To: ${text}, x`).toString('base64url')],
    ['base64', Buffer.from(`!!${text.toLowerCase()}!`).toString('base64')],
    ['base64', bytes.toString('base64').replace(/(.{20})/g, '$1\r\n')],
    ['base64', JSON.stringify(bytes.toString('base64').replace(/(.{11})/g, '$1\r\n'))],
    ['reversed', Array.from(text).reverse().join('')],
    ['reversed', Array.from(text.toUpperCase()).reverse().join('')],
    ['md5', digest('md5', text)],
    ['md5', digest('md5', text.toLowerCase()).toUpperCase()],
    ['sha-1', digest('sha1', text)],
    ['sha-256', digest('sha256', text.toLowerCase())],
  ])('finds a secret as %s: %j', async (encoding, disguised) => {
    expect(await encodingOf('some text before ', disguised, ' and after')).toBe(encoding);
  });

  it('knows a disguise for each encoding it names', () => {
    const nfd = 'Zoe\u0308 Angstrom / Zo\u00eb';

    expect(new Set([nfd, text].flatMap(disguisesOf).map(({ encoding }) => encoding))).toEqual(new Set(encodings));
  });

  it('finds a secret composed where it was given decomposed', async () => {
    const { hits } = await hunterFor([{ label: 'name', text: 'Zoe\u0308 Quill', in: [] }])(['by zo\u00eb quill.']);

    expect(hits).toEqual([{ secret: 'name', encoding: 'nfc', at: 3 }]);
  });

  it('finds JSON inside JSON', async () => {
    expect(await encodingOf(JSON.stringify(JSON.stringify(text)).replace(/[^\0-~]/g, unicode))).toBe('json');
  });

  it.each([
    ['nothing', ''],
    ['another person of the same given name', 'Zoë Quill <zoe.quill@moon.test>'],
    ['half of it', 'Zoë Ångström <zoe.angstrom@moon'],
    ['its base64 in wrong case', bytes.toString('base64').toLowerCase()],
  ])('finds no secret in %s', async (_what, dump) => {
    expect((await hunt([dump])).hits).toEqual([]);
  });

  it('says where, and counts each place once however long the dump', async () => {
    const filler = 'x'.repeat(300_000);
    const { hits, bytes: searched } = await hunt([filler, text, filler, `=\n${text.slice(0, 20)}=\n${text.slice(20)}`]);

    expect(hits.map(({ at }) => at)).toEqual([300_000, 600_000 + bytes.length + 2]);
    expect(searched).toBe(600_000 + bytes.length * 2 + 4);
  });

  it('finds each of several secrets, cut into parts anywhere', async () => {
    const secrets = ['violet teapot', 'Zoë Ångström', 'a+b@c.test'].map((one) => ({ label: one, text: one, in: [] }));
    const hunter = hunterFor(secrets);
    const all = Buffer.from(`${'-'.repeat(262_100)}${secrets.map((one) => one.text).join(' '.repeat(40))}`);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        const { hits } = await hunter([all.subarray(0, 262_050), ...pieces(all.subarray(262_050), size)]);
        expect(hits.map((hit) => hit.secret)).toEqual(secrets.map((one) => one.label));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a secret that would be found by chance', () => {
    expect(() => hunterFor([{ label: 'initials', text: 'zåö', in: [] }])).toThrow('"initials" is shorter than 5');
  });

  it('searches fifty megabytes for forty secrets in seconds', async () => {
    const secrets = Array.from({ length: 40 }, (_, at) => ({
      label: `${at}`,
      text: `Zoë number${at} Ångström`,
      in: [],
    }));
    const page = Buffer.from(
      'Dear colleague, the printer on floor 3 says PC LOAD LETTER again; see http://x.test/1\n'.repeat(800),
    );
    const dump = function* (): Generator<Uint8Array> {
      for (let sent = 0; sent < 50_000_000; sent += page.length) yield page;
      yield Buffer.from('zoë NUMBER39 ångström');
    };
    const started = performance.now();
    const { hits, bytes: searched } = await hunterFor(secrets)(dump());

    expect(hits).toHaveLength(1);
    expect(searched).toBeGreaterThan(50_000_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function pieces(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}
