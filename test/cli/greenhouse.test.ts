import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { greenhousePlace, usual } from './greenhouse-place.ts';
import type { GreenhousePlace } from './greenhouse-place.ts';
import { client, key } from '../../plugins/greenhouse/test/fake/seed.ts';
import { ada } from '../../plugins/greenhouse/test/journeys.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });

async function phraseOf(desk: GreenhousePlace, ...more: readonly string[]): Promise<string> {
  const review = await desk.run('--json', 'plan', ada.address, ...more);
  expect(review.err).toBe('');
  return planned.parse(review.json()).confirm;
}

const versions = [
  ['v3', usual],
  ['v1', ['version: v1', 'user: 9', 'keyFrom: GREENHOUSE_KEY']],
] as const;

describe.each(versions)('the command line on Greenhouse, by %s', (version, lines) => {
  let desk: GreenhousePlace;
  let confirm: string;
  beforeAll(async () => {
    desk = await greenhousePlace(undefined, lines);
  });
  afterAll(async () => desk.leave());

  it('says whether Greenhouse can be used', async () => {
    const ended = await desk.run('--json', 'hosts');
    expect(ended.json()).toMatchObject({ hosts: [{ name: 'desk', where: desk.fake.address, state: 'ready' }] });
    expect(ended.code).toBe(0);
  });

  it('shows beforehand what else happens and what stays, and who it is about nowhere', async () => {
    const review = await desk.run('plan', ada.address);
    expect(review.out).toContain('All notes about the candidate are deleted');
    expect(review.out).toContain('pronouns');
    expect(review.out + review.err).not.toMatch(/quellstone/i);
    confirm = await phraseOf(desk);
  });

  it('anonymizes as a process of its own and leaves what reports count', async () => {
    const ended = await desk.start('anonymize', ada.address, '--confirm', confirm).ended;
    expect(ended.code).toBe(0);
    for (const secret of [ada.name, ada.address, client.clientSecret, key])
      expect(ended.out + ended.err).not.toContain(secret);
    expect(desk.stored()).not.toMatch(/ada quellstone|ada@quellstone/i);
    expect(desk.fake.state.applications.get(desk.application)).toMatchObject({
      source_id: 27,
      stage_name: 'Face to face',
    });
    expect(desk.fake.state.scorecards.all()).toHaveLength(1);
  });

  it('PI-14 finds nobody by the old address or the old name, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    expect((await desk.run('find', ada.name)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('puts no secret into an address, signs in with every call and is never too fast', () => {
    const urls = desk.fake.made.map(({ url }) => url).join(' ');
    for (const secret of [client.clientSecret, key, 'token-']) expect(urls).not.toContain(secret);
    expect(desk.fake.made.filter(({ status }) => status === 401 || status === 429)).toEqual([]);
    expect(urls).toContain(`/${version}/`);
  });
});

describe('cases on Greenhouse', () => {
  it.each([
    ['LV-03 an active application', { status: 'in_process' }, 'Still active'],
    ['PI-12 a hire', { status: 'hired' }, 'The person was hired'],
  ] as const)('%s holds the whole candidate back, and nothing is written', async (_, given, says) => {
    const desk = await greenhousePlace((seed, candidate) => void seed.application(candidate, given));
    try {
      const review = await desk.run('plan', ada.address);
      expect(review.code).toBe(5);
      expect(review.out + review.err).toContain(says);
      expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
    } finally {
      await desk.leave();
    }
  });

  it.each([
    ['hired', (desk: GreenhousePlace) => desk.fake.state.applications.update(desk.application, { status: 'hired' })],
    [
      'linked to a user',
      (desk: GreenhousePlace) => desk.fake.state.candidates.update(desk.candidate, { linked_user_ids: [12] }),
    ],
  ] as const)('PI-12 somebody %s after the review is left alone', async (_, happens) => {
    const desk = await greenhousePlace();
    try {
      const confirm = await phraseOf(desk);
      happens(desk);
      expect((await desk.run('anonymize', ada.address, '--confirm', confirm)).code).toBe(5);
      expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
    } finally {
      await desk.leave();
    }
  });

  it('LV-12 one application alone leaves the candidate as it is', async () => {
    const desk = await greenhousePlace();
    try {
      const only = ['--only', `a${String(desk.application)}`];
      const before = JSON.stringify(desk.fake.state.candidates.get(desk.candidate));
      const confirm = await phraseOf(desk, ...only);
      expect((await desk.run('anonymize', ada.address, ...only, '--confirm', confirm)).code).toBe(0);
      expect(JSON.stringify(desk.fake.state.candidates.get(desk.candidate))).toBe(before);
      expect(desk.fake.state.attachments.all()).toEqual([]);
    } finally {
      await desk.leave();
    }
  });
});

describe('settings of a Greenhouse', () => {
  let desk: GreenhousePlace;
  beforeAll(async () => {
    desk = await greenhousePlace(undefined, [
      'user: 9',
      'clientIdFrom: NOT_SET',
      'clientSecretFrom: GREENHOUSE_SECRET',
    ]);
  });
  afterAll(async () => desk.leave());

  it('say which variable has to hold the client’s id', async () => {
    const ended = await desk.run('find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('clientIdFrom: the environment variable NOT_SET is not set');
  });

  it.each([
    ['no user', usual.slice(1), 'user'],
    ['a user who is no number', ['user: bo', ...usual.slice(1)], 'user'],
    ['a preset there is not', [...usual, 'options: { preset: everything }'], 'preset'],
    ['a key for version 3', [...usual, 'keyFrom: GREENHOUSE_KEY'], 'keyFrom'],
    ['a version there is not', ['version: v2', ...usual], 'version'],
  ])('are refused for %s, with the line', async (_, lines, says) => {
    const config = await desk.place.write('faulty.yaml', desk.settings(lines));
    const ended = await desk.place.run('--config', config, 'hosts');
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(/faulty\.yaml, line \d/);
    expect(ended.err).toContain(says);
  });

  it('are refused for an address a secret would be read on the way to', async () => {
    const plain = desk.settings(usual, 'http://harvest.acme.test');
    const ended = await desk.place.run('--config', await desk.place.write('plain.yaml', plain), 'find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('use https://');
  });
});
