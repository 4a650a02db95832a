import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory } from '@lethe/storage/testing';
import type { TemporaryDirectory } from '@lethe/storage/testing';
import type { App } from '../http/routes.ts';
import { addressOf, Browser, TestGround } from '../testing/index.ts';
import { consolePaths } from './console-paths.ts';
import { consoleRoutesOf } from './console-routes.ts';

const test = new TestGround();
const page =
  '<meta name="lethe-style" nonce="{{style-nonce}}"><script type="module" src="/assets/main-1a.js" nonce="{{nonce}}"></script>' +
  '<link rel="stylesheet" crossorigin href="/assets/style-1a.css" nonce="{{nonce}}">';
const script = 'export const way = "Lethe";'.repeat(20);

describe('the console as the server delivers it', () => {
  let app: App;
  let browser: Browser;
  let folder: TemporaryDirectory;
  beforeAll(async () => {
    folder = await makeTemporaryDirectory();
    await mkdir(`${folder.path}/assets`);
    await writeFile(`${folder.path}/index.html`, page);
    await writeFile(`${folder.path}/secret.txt`, 'not for browsers');
    await writeFile(`${folder.path}/assets/main-1a.js`, script);
    await writeFile(`${folder.path}/assets/main-1a.js.br`, brotliCompressSync(script));
    const ground = test.ground();
    app = await test.serve(ground, [consoleRoutesOf(pathToFileURL(`${folder.path}/`))]);
    browser = new Browser(app, ground);
  });
  afterAll(async () => folder.remove());

  const at = (path: string): string => path.replace(/:\w+/g, 'x');

  it('is the same page at each of its addresses, kept by no cache, with nonces of that one answer', async () => {
    const scripts = new Set<string>();
    for (const path of consolePaths) {
      const { statusCode, headers, body } = await browser.get(at(path));
      const policy = String(headers['content-security-policy']);
      const [, allowed = ''] = /script-src 'nonce-(\w+)'/.exec(policy) ?? [];
      const [, sheets = ''] = /style-src 'nonce-(\w+)'/.exec(policy) ?? [];
      expect([path, statusCode, headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(body).toContain(`src="/assets/main-1a.js" nonce="${allowed}"`);
      expect(body).toContain(`href="/assets/style-1a.css" nonce="${sheets}"`);
      expect(body).toContain(`name="lethe-style" nonce="${sheets}"`);
      expect(body).not.toContain('{{');
      expect(policy).toContain('trusted-types default');
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      scripts.add(allowed);
    }
    expect(scripts.size).toBe(consolePaths.length);
  });

  it('is no page where there is none: what is not there is not there', async () => {
    for (const path of ['/nowhere', '/hosts/x/y', '/index.html', '/runs/x/y', '/assets']) {
      expect([path, (await browser.get(path)).statusCode]).toEqual([path, 404]);
    }
  });

  it('gives its files for good, packed as they were built, to whoever takes that', async () => {
    const plain = await browser.get('/assets/main-1a.js');
    expect([plain.statusCode, plain.body]).toEqual([200, script]);
    expect(plain.headers['content-type']).toMatch(/^(?:text|application)\/javascript/);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const packed = await fetch(`${await addressOf(app)}/assets/main-1a.js`, { headers: { 'accept-encoding': 'br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(await packed.text()).toBe(script);
  });

  it('gives no other file, however it is asked for', async () => {
    const asked = [
      'secret.txt',
      '..%2fsecret.txt',
      '%2e%2e%2fsecret.txt',
      '..%5csecret.txt',
      'main-1a.js%00.css',
      '.js',
    ];
    for (const name of [...asked, 'main-1a.js.br', 'main-1b.js']) {
      const { statusCode, body, headers } = await browser.get(`/assets/${name}`);
      expect([name, statusCode, headers['cache-control']]).toEqual([name, 404, 'no-store']);
      expect(body).not.toContain('not for browsers');
    }
  });
});

it('a console that was not built says so, and how it is', async () => {
  const ground = test.ground();
  const app = await test.serve(ground, [consoleRoutesOf(new URL('file:///nowhere/'))]);
  const browser = new Browser(app, ground);
  const { statusCode, body } = await browser.get('/hosts');
  expect(statusCode).toBe(503);
  expect(body).toContain('npm run build');
  expect(body).not.toContain('<script');
  expect((await browser.get('/assets/main-1a.js')).statusCode).toBe(404);
});
