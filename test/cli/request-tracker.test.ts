import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ada, requestTrackerPlace, token } from './request-tracker-place.ts';
import type { RequestTrackerPlace } from './request-tracker-place.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });

describe("the command line on Request Tracker, with Lethe's part", () => {
  let desk: RequestTrackerPlace;
  beforeAll(async () => {
    desk = await requestTrackerPlace(true);
  });
  afterAll(async () => desk.leave());

  it('says that it can be used', async () => {
    const ended = await desk.run('--json', 'hosts');
    expect(ended.json()).toMatchObject({ hosts: [{ name: 'desk', where: desk.server.address, state: 'ready' }] });
    expect(ended.code).toBe(0);
  });

  it('anonymizes a person, and its report holds no secret', async () => {
    const review = await desk.run('--json', 'plan', ada.address);
    expect(review.code).toBe(0);
    expect(desk.everything()).toContain(ada.address);
    const { confirm } = planned.parse(review.json());
    const ended = await desk.run('anonymize', ada.address, '--confirm', confirm);
    expect(ended.code).toBe(0);
    for (const secret of [ada.name, ada.address, token]) expect(ended.out + ended.err).not.toContain(secret);
  });

  it('leaves the person nowhere, keeps tickets, statuses and the company, and leaves others alone', () => {
    const everything = desk.everything();
    expect(everything).not.toMatch(/ada[ .-]quell|555 1234/i);
    const { rows } = desk.seed.tracker;
    expect(desk.tickets.map((ticket) => rows.get('Tickets', ticket).Status)).toEqual(['open', 'resolved']);
    expect(rows.get('Users', desk.person).Organization).toBe('Quellstone Prints');
    expect(everything).toContain('The roof of Cy Marsh leaks.');
  });

  it('finds nobody by the old address, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('puts no name, address or token into an address', () => {
    const urls = desk.server.made.map(({ url }) => decodeURIComponent(url)).join(' ');
    expect(urls).not.toMatch(/quell|1234|invented-token/i);
    expect(desk.server.crashes).toEqual([]);
  });
});

describe('the command line on Request Tracker over REST alone', () => {
  let desk: RequestTrackerPlace;
  beforeAll(async () => {
    desk = await requestTrackerPlace(false);
  });
  afterAll(async () => desk.leave());

  it('runs as a process of its own, does what it can, and says what stays', async () => {
    const review = await desk.run('--json', 'plan', ada.address);
    const { confirm } = planned.parse(review.json());
    expect(review.out).toContain("Install Lethe's part");
    const ended = await desk.start('anonymize', ada.address, '--confirm', confirm).ended;
    expect(ended.err).toMatch(/^Run \S+ has begun/);
    expect(ended.code).toBe(0);
    const { Name, RealName, EmailAddress } = desk.seed.tracker.rows.get('Users', desk.person);
    expect([Name, RealName, EmailAddress].join(' ')).not.toMatch(/ada|quell/i);
    expect(desk.everything()).toContain(ada.address);
  });

  it.each([
    ['no token', (address: string) => [`address: ${address}`], 'tokenFrom'],
    [
      'a token in place of its variable',
      (address: string) => [`address: ${address}`, 'tokenFrom: "1-2-abc def"'],
      'tokenFrom',
    ],
    ['an address that is none', () => ['address: rt', 'tokenFrom: RT_TOKEN'], 'address'],
    [
      'a name there is not',
      (address: string) => [`address: ${address}`, 'tokenFrom: RT_TOKEN', 'queue: General'],
      'queue',
    ],
  ] as const)('settings are refused for %s, with the line', async (_, lines, says) => {
    const file = await desk.place.write('faulty.yaml', desk.settings(lines(desk.server.address)));
    const ended = await desk.place.run('--config', file, 'hosts');
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(/faulty\.yaml, line \d/);
    expect(ended.err).toContain(says);
  });

  it('a wrong token is told apart from an RT that is down', async () => {
    const wrong = desk.settings([`address: ${desk.server.address}`, 'tokenFrom: LETHE_KEY_FILE']);
    const ended = await desk.place.run('--config', await desk.place.write('wrong.yaml', wrong), 'find', ada.address);
    expect(ended.code).not.toBe(0);
    expect(ended.err).toMatch(/token|sign in|sign-in/i);
  });
});
