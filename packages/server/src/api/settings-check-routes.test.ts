import { beforeAll, expect, it } from '@jest/globals';
import { defaultRules } from '@lethe/core';
import { Browser, signedIn, TestGround } from '../testing/index.ts';

const test = new TestGround();
const sat: { admin?: Browser; nobody?: Browser } = {};
beforeAll(async () => {
  const ground = test.ground();
  const app = await test.serve(ground);
  sat.admin = (await signedIn(app, ground, { administrator: true })).browser;
  sat.nobody = new Browser(app, ground);
});

const check = async (name: string, document: object): Promise<unknown> =>
  (await sat.admin!.change('POST', `/api/v1/settings/${name}/check`, { document })).json();

it('a document is checked before it is written: what would change is counted, and nothing is changed', async () => {
  expect(await check('rules', defaultRules)).toEqual({ faults: [], changes: [] });
  const changed = {
    ...defaultRules,
    copies: 'subject-only',
    replacement: { ...defaultRules.replacement, name: 'Nobody' },
  };
  const answer = await check('rules', changed);
  expect(answer).toEqual({ faults: [], changes: ['copies', 'replacement.name'] });
  const kept = (await sat.admin!.get('/api/v1/settings/rules')).json();
  expect(kept).toMatchObject({ version: 0, document: { copies: 'whole-list' } });
});

it('says where a document does not fit, and repeats nothing of it', async () => {
  const answer = await check('caps', { perNight: 'canary-71', velocity: { runs: -1 } });
  expect(answer).toMatchObject({ faults: [{ at: 'perNight' }, { at: 'velocity.runs' }], changes: [] });
  expect(JSON.stringify(answer)).not.toContain('canary-71');
  expect(await check('rules', { ...defaultRules, copies: 'canary-72' })).toMatchObject({ faults: [{ at: 'copies' }] });
});

it('PI-21 links to the privacy policy, feedback and support are shown as they are set, and not where they are not', async () => {
  expect((await sat.nobody!.get('/api/v1/links')).json()).toEqual({});
  const document = { privacyPolicy: 'https://acme.example.test/privacy', support: 'mailto:help@acme.example.test' };
  const written = await sat.admin!.change('PUT', '/api/v1/settings/links', { document, seen: 0 });
  expect(written.json()).toEqual({ version: 1 });
  expect((await sat.nobody!.get('/api/v1/links')).json()).toEqual(document);
  for (const privacyPolicy of ['javascript:alert(1)', 'data:text/html,x', 'http://acme.example.test', '/privacy']) {
    const refused = await sat.admin!.change('PUT', '/api/v1/settings/links', { document: { privacyPolicy }, seen: 1 });
    expect([privacyPolicy, refused.statusCode]).toEqual([privacyPolicy, 422]);
  }
});
