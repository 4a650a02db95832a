import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ada, leverPlace } from './lever-place.ts';
import type { LeverPlace } from './lever-place.ts';
import { fullKey } from '../../plugins/lever/test/fake/seed.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });
const WAITING = 12;

async function phraseOf(desk: LeverPlace, ...more: readonly string[]): Promise<string> {
  const review = await desk.run('--json', 'plan', ada.address, ...more);
  expect(review.err).toBe('');
  return planned.parse(review.json()).confirm;
}

/** For this process four minutes pass in a second, for whoever asks what time it is. */
function hurryTime(): () => void {
  jest.useFakeTimers({ now: Date.now(), doNotFake: [...timers] });
  const hurrying = setInterval(() => {
    jest.setSystemTime(Date.now() + 1_200);
  }, 5);
  return () => {
    clearInterval(hurrying);
    jest.useRealTimers();
  };
}

/** All that ticks goes on as it does. */
const timers = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
  ...(['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback'] as const),
] as const;

describe('the command line on Lever', () => {
  let desk: LeverPlace;
  let confirm: string;
  beforeAll(async () => {
    desk = await leverPlace();
  });
  afterAll(async () => desk.leave());

  it('says whether Lever can be used', async () => {
    const ended = await desk.run('--json', 'hosts');
    expect(ended.json()).toMatchObject({ hosts: [{ name: 'desk', where: desk.fake.address, state: 'ready' }] });
    expect(ended.code).toBe(0);
  });

  it('shows beforehand what has to be done by hand, with the page of each opportunity, and who it is about nowhere', async () => {
    const review = await desk.run('plan', ada.address);
    expect(review.out).toContain('choose "Anonymize" and confirm');
    for (const id of desk.opportunities) expect(review.out).toContain(`https://hire.lever.test/candidates/${id}`);
    expect(review.out + review.err).not.toMatch(/quellstone/i);
    confirm = await phraseOf(desk);
  });

  it('does what the API lets it do as a process of its own, then stops and says what is left to somebody', async () => {
    const ended = await desk.start('anonymize', ada.address, '--confirm', confirm).ended;
    expect(ended.code).toBe(WAITING);
    for (const secret of [ada.name, ada.address, fullKey]) expect(ended.out + ended.err).not.toContain(secret);
    const { contacts, files } = desk.fake.state;
    expect(contacts.get(desk.contact)).toMatchObject({ name: 'Anonymized', emails: [], phones: [], links: [] });
    expect(files.all()).toEqual([]);
    expect(desk.everything()).toContain(ada.name);
  });

  it('lists the run as one that waits, with the day until when', async () => {
    const { out } = await desk.run('runs');
    expect(out).toMatch(/ stopped .* by \d{4}-\d{2}-\d{2}\s/u);
    expect(out).not.toContain('remind');
  });

  it('still waits when it is resumed before all of it was done', async () => {
    const [first = ''] = desk.opportunities;
    desk.fake.click(first);
    expect((await desk.run('resume')).code).toBe(WAITING);
  });

  it('ends when it is resumed after it was done, with nothing of the person left in Lever', async () => {
    const [, second = ''] = desk.opportunities;
    desk.fake.click(second);
    const ended = await desk.run('resume');
    expect(ended.code).toBe(0);
    expect(desk.everything()).not.toMatch(/ada quellstone|ada@quellstone/i);
    expect(desk.fake.state.notes.all().map(({ deletedAt }) => deletedAt)).toEqual([null, null]);
  });

  it('PI-14 finds nobody by the old address or the old name, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    expect((await desk.run('find', ada.name)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('puts the key into no address, and signs in with every call', () => {
    expect(desk.fake.made.map(({ url }) => url).join(' ')).not.toContain(fullKey);
    expect(desk.fake.made.filter(({ status }) => status === 401)).toEqual([]);
  });
});

describe('lethe anonymize --wait on Lever', () => {
  it('looks each minute whether it was done, and ends by itself', async () => {
    const desk = await leverPlace();
    try {
      const confirm = await phraseOf(desk);
      // Somebody anonymizes an opportunity in Lever after it was looked at once.
      let blanked = false;
      desk.fake.afterwards = ({ method, url }) => {
        blanked ||= method === 'PUT';
        const id = /^\/opportunities\/([\w-]+)$/.exec(url)?.[1];
        if (blanked && method === 'GET' && id !== undefined) desk.fake.click(id);
      };
      const rest = hurryTime();
      const ended = await desk.run('anonymize', ada.address, '--confirm', confirm, '--wait', '10').finally(rest);
      expect(ended.code).toBe(0);
      expect(desk.fake.state.contacts.get(desk.contact)).toMatchObject({ isAnonymized: true });
    } finally {
      await desk.leave();
    }
  });

  it('gives up when the minutes are over', async () => {
    const desk = await leverPlace();
    try {
      const confirm = await phraseOf(desk);
      const rest = hurryTime();
      const ended = await desk.run('anonymize', ada.address, '--confirm', confirm, '--wait', '2').finally(rest);
      expect(ended.code).toBe(WAITING);
    } finally {
      await desk.leave();
    }
  });
});

describe('lethe anonymize --only on Lever', () => {
  it('LV-12 anonymizes one opportunity; the contact and the other one stay as they are', async () => {
    const desk = await leverPlace();
    try {
      const [due = '', other = ''] = desk.opportunities;
      const { contacts, applications, files } = desk.fake.state;
      const before = JSON.stringify([
        contacts.get(desk.contact),
        applications.where((one) => one.opportunity === other),
      ]);
      const only = ['--only', `o${due}`];
      const confirm = await phraseOf(desk, ...only);
      const run = ['anonymize', ada.address, ...only, '--confirm', confirm];
      expect((await desk.run(...run)).code).toBe(WAITING);
      desk.fake.click(due);
      expect((await desk.run('resume')).code).toBe(0);
      const after = JSON.stringify([
        contacts.get(desk.contact),
        applications.where((one) => one.opportunity === other),
      ]);
      expect(after).toBe(before);
      expect(files.all().map(({ opportunity }) => opportunity)).toEqual([other]);
      expect(desk.fake.state.opportunities.get(due).isAnonymized).toBe(true);
    } finally {
      await desk.leave();
    }
  });
});

describe('cases on Lever', () => {
  let desk: LeverPlace;
  let third: string;
  beforeAll(async () => {
    desk = await leverPlace((seed, contact) => (third = seed.opportunity(contact, { archived: null })));
  });
  afterAll(async () => desk.leave());

  function archive(reason: 'reason-hired' | 'reason-rejected' | undefined): void {
    const archived = reason === undefined ? null : { reason, archivedAt: 1 };
    desk.fake.state.opportunities.update(third, { archived });
  }

  it.each([
    ['LV-03 an active opportunity', undefined, 'Still active'],
    ['LV-03 a hire', 'reason-hired', 'The person was hired'],
  ] as const)('%s holds the whole candidate back, and nothing is written', async (_, reason, says) => {
    archive(reason);
    const review = await desk.run('plan', ada.address);
    expect(review.code).toBe(5);
    expect(review.out + review.err).toContain(says);
    expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('LV-03 somebody hired after the review is left alone', async () => {
    archive('reason-rejected');
    const confirm = await phraseOf(desk);
    archive('reason-hired');
    expect((await desk.run('anonymize', ada.address, '--confirm', confirm)).code).toBe(5);
    expect(desk.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });
});

describe('settings of a Lever', () => {
  let desk: LeverPlace;
  beforeAll(async () => {
    desk = await leverPlace(undefined, ['keyFrom: NOT_SET']);
  });
  afterAll(async () => desk.leave());

  it('say which variable has to hold the key', async () => {
    const ended = await desk.run('find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('keyFrom: the environment variable NOT_SET is not set');
  });

  it.each([
    ['the key itself', ['keyFrom: "not a name"'], 'keyFrom'],
    ['no key', [], 'keyFrom'],
    ['more calls than Lever allows', ['keyFrom: LEVER_KEY', 'callsPerSecond: 50'], 'callsPerSecond'],
    ['an option there is not', ['keyFrom: LEVER_KEY', 'options: { archive: true }'], 'archive'],
  ])('are refused for %s, with the line', async (_, lines, says) => {
    const config = await desk.place.write('faulty.yaml', desk.settings(lines));
    const ended = await desk.place.run('--config', config, 'hosts');
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(/faulty\.yaml, line \d/);
    expect(ended.err).toContain(says);
  });

  it('are refused for an address a key would be read on the way to', async () => {
    const plain = desk.settings(['keyFrom: LEVER_KEY'], 'http://api.acme.test/v1');
    const ended = await desk.place.run('--config', await desk.place.write('plain.yaml', plain), 'find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('use https://');
  });
});
