import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ada, ashbyPlace } from './ashby-place.ts';
import type { AshbyPlace } from './ashby-place.ts';
import { fullKey } from '../../plugins/ashby/test/fake/seed.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });

async function phraseOf(desk: AshbyPlace): Promise<string> {
  const review = await desk.run('--json', 'plan', ada.address);
  expect(review.err).toBe('');
  return planned.parse(review.json()).confirm;
}

describe('the command line on Ashby', () => {
  let desk: AshbyPlace;
  beforeAll(async () => {
    desk = await ashbyPlace();
  });
  afterAll(async () => desk.leave());

  it('says whether Ashby can be used', async () => {
    const ended = await desk.run('--json', 'hosts');
    expect(ended.json()).toMatchObject({ hosts: [{ name: 'desk', where: desk.fake.address, state: 'ready' }] });
    expect(ended.code).toBe(0);
  });

  it('shows beforehand what nobody can take back and what no call shows, and who it is about nowhere', async () => {
    const review = await desk.run('plan', ada.address);
    expect(review.out).toContain('nobody can bring it back');
    expect(review.out).toContain('The API shows no e-mails');
    expect(review.out + review.err).not.toMatch(/quellstone/i);
    expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('LV-12 anonymizes no single application, and says so', async () => {
    const review = await desk.run('plan', ada.address, '--only', `a${desk.applications[0] ?? ''}`);
    expect(review.out + review.err).toContain('Ashby cannot be searched by dossier');
    expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('anonymizes a candidate as a process of its own, with nothing of the person left in Ashby', async () => {
    const confirm = await phraseOf(desk);
    const ended = await desk.start('anonymize', ada.address, '--confirm', confirm).ended;
    expect(ended.code).toBe(0);
    for (const secret of [ada.name, ada.address, fullKey]) expect(ended.out + ended.err).not.toContain(secret);
    expect(desk.everything()).not.toMatch(/quellstone/i);
    const { applications, feedback } = desk.fake.state;
    expect(applications.all().map(({ status }) => status)).toEqual(['Archived', 'Archived']);
    expect(feedback.all()).toHaveLength(2);
  });

  it('PI-14 finds nobody by the old address or the old name, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    expect((await desk.run('find', ada.name)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('puts the key into no address and no body, and signs in with every call', () => {
    expect(JSON.stringify(desk.fake.made)).not.toContain(fullKey);
    expect(desk.fake.made.filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('cases on Ashby', () => {
  it.each([
    ['LV-03 an active application', 'Active', 'Still active'],
    ['LV-03 a lead', 'Lead', 'Held as a lead'],
    ['PI-12 LV-03 a hire, whom Ashby itself would anonymize,', 'Hired', 'The person was hired'],
  ] as const)('%s holds the whole candidate back, and nothing is written', async (_, status, says) => {
    const desk = await ashbyPlace((seed, candidate) => void seed.application(candidate, { status }));
    try {
      const review = await desk.run('plan', ada.address);
      expect(review.code).toBe(5);
      expect(review.out + review.err).toContain(says);
      expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
    } finally {
      await desk.leave();
    }
  });

  it('PI-12 LV-03 somebody hired after the review is left alone', async () => {
    const desk = await ashbyPlace();
    try {
      const confirm = await phraseOf(desk);
      desk.fake.state.applications.update(desk.applications[0] ?? '', { status: 'Hired' });
      expect((await desk.run('anonymize', ada.address, '--confirm', confirm)).code).toBe(5);
      expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
    } finally {
      await desk.leave();
    }
  });

  it('somebody merged into another candidate after the review is left alone, and so is the other one', async () => {
    const desk = await ashbyPlace((seed) => void seed.candidate({ name: 'Ada Q', emails: ['ada@other.test'] }));
    try {
      const confirm = await phraseOf(desk);
      const other = desk.fake.state.candidates.where(({ name }) => name === 'Ada Q')[0]?.id ?? '';
      desk.fake.merge(desk.candidate, other);
      const ended = await desk.run('anonymize', ada.address, '--confirm', confirm);
      expect(ended.code).not.toBe(0);
      expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
    } finally {
      await desk.leave();
    }
  });

  it('what candidate.anonymize leaves stops the run, and ends as a gap where somebody accepts it', async () => {
    const desk = await ashbyPlace((seed) => {
      seed.ashby.behave({ takes: ['details', 'links', 'clientInfo', 'answers'] });
    });
    try {
      const confirm = await phraseOf(desk);
      const first = await desk.run('anonymize', ada.address, '--confirm', confirm);
      expect(first.code).not.toBe(0);
      expect((await desk.run('resume', '--accept-refused')).code).toBe(0);
      expect(desk.fake.state.candidates.get(desk.candidate).emailAddresses).toEqual([]);
    } finally {
      await desk.leave();
    }
  });
});

describe('settings of an Ashby', () => {
  it.each([
    ['the key itself', ['keyFrom: "not a name"'], 'keyFrom'],
    ['no key', [], 'keyFrom'],
    ['no calls at all', ['keyFrom: ASHBY_KEY', 'callsPerSecond: 0'], 'callsPerSecond'],
    ['an option there is not', ['keyFrom: ASHBY_KEY', 'options: { archive: true }'], 'archive'],
  ])('are refused for %s, with the line', async (_, lines, says) => {
    const desk = await ashbyPlace();
    try {
      const config = await desk.place.write('faulty.yaml', desk.settings(lines));
      const ended = await desk.place.run('--config', config, 'hosts');
      expect(ended.code).toBe(8);
      expect(ended.err).toMatch(/faulty\.yaml, line \d/);
      expect(ended.err).toContain(says);
    } finally {
      await desk.leave();
    }
  });
});
