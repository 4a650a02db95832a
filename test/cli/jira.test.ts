import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ada, jiraPlace, secrets, withToken } from './jira-place.ts';
import type { JiraPlace } from './jira-place.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });

/** All but the changelog, which keeps what was changed: the plan says so beforehand. */
function withoutHistory(desk: JiraPlace): string {
  const { issues, comments, attachments, users } = desk.fake.state;
  return JSON.stringify([issues.all(), comments.all(), attachments.all(), users.all()]);
}

describe('the command line on Jira, with an API token', () => {
  let desk: JiraPlace;
  beforeAll(async () => {
    desk = await jiraPlace();
  });
  afterAll(async () => desk.leave());

  it('says whether the site can be used, and what it cannot blank', async () => {
    const ended = await desk.run('--json', 'hosts');
    expect(ended.json()).toMatchObject({ hosts: [{ name: 'desk', where: desk.fake.address, state: 'ready' }] });
    expect(ended.code).toBe(0);
  });

  it('anonymizes a person as a process of its own, and its report holds no secret', async () => {
    const review = await desk.run('--json', 'plan', ada.address);
    expect(review.code).toBe(0);
    expect(desk.everything()).toContain(ada.address);
    const { confirm } = planned.parse(review.json());
    const ended = await desk.start('anonymize', ada.address, '--confirm', confirm).ended;
    expect(ended.code).toBe(0);
    for (const secret of [ada.name, ada.address, ...secrets]) expect(ended.out + ended.err).not.toContain(secret);
  });

  it('leaves the person nowhere but where the plan said before, and keeps requests, their states and company', () => {
    const { issues } = desk.fake.state;
    expect(withoutHistory(desk)).not.toMatch(/ada quellstone|ada@quellstone/i);
    expect(desk.issues.map((issue) => issues.get(issue).status)).toEqual(['Open', 'Resolved', 'Closed']);
    expect(desk.fake.state.user(desk.account)).toMatchObject({ deleted: true });
  });

  it('finds nobody by the old address, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('puts no secret into an address, and signs in with every call', () => {
    const urls = desk.fake.made.map(({ url }) => url).join(' ');
    for (const secret of secrets) expect(urls).not.toContain(secret);
    expect(desk.fake.made.filter(({ status }) => status === 401 || status === 429)).toEqual([]);
  });
});

describe('the command line on Jira, with a bearer token', () => {
  it('keeps the shell of an account where the settings say so', async () => {
    const desk = await jiraPlace(['signIn: { bearerFrom: JIRA_BEARER }', 'options: { account: keep-shell }']);
    try {
      const { confirm } = planned.parse((await desk.run('--json', 'plan', ada.address)).json());
      const ended = await desk.run('anonymize', ada.address, '--confirm', confirm);
      expect(ended.code).toBe(0);
      const user = desk.fake.state.user(desk.account);
      expect(user).toMatchObject({ deleted: false, portalAccess: false, email: ada.address });
      expect(user?.displayName).not.toContain('Ada');
    } finally {
      await desk.leave();
    }
  });
});

describe('settings of a Jira', () => {
  let desk: JiraPlace;
  beforeAll(async () => {
    desk = await jiraPlace(['signIn: { email: a@helpdesk.test, tokenFrom: NOT_SET }']);
  });
  afterAll(async () => desk.leave());

  it('say which variable has to hold the token', async () => {
    const ended = await desk.run('find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('signIn.tokenFrom: the environment variable NOT_SET is not set');
  });

  it.each([
    ['the token itself', ['signIn: { email: a@helpdesk.test, tokenFrom: "not a name" }'], 'signIn'],
    ['nobody', [], 'signIn'],
    ['an address that is none', ['signIn: { email: a, tokenFrom: JIRA_TOKEN }'], 'signIn'],
    ['an end state there is not', [`signIn: ${withToken}`, 'options: { account: forget }'], 'account'],
    ['too few points', [`signIn: ${withToken}`, 'pointsPerHour: 1'], 'pointsPerHour'],
    ['a name there is not', [`signIn: ${withToken}`, 'plan: premium'], 'plan'],
  ])('are refused for %s, with the line', async (_, lines, says) => {
    const ended = await desk.place.run(
      '--config',
      await desk.place.write('faulty.yaml', desk.settings(lines)),
      'hosts',
    );
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(/faulty\.yaml, line \d/);
    expect(ended.err).toContain(says);
  });

  it('are refused for an address a token would be read on the way to', async () => {
    const plain = desk.settings([`signIn: ${withToken}`], 'http://acme.test');
    const ended = await desk.place.run('--config', await desk.place.write('plain.yaml', plain), 'find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('use https://');
  });

  it('with a wrong token are told apart from a site that is down', async () => {
    const wrong = desk.settings([`signIn: { email: somebody@helpdesk.test, tokenFrom: JIRA_TOKEN }`]);
    const ended = await desk.place.run('--config', await desk.place.write('wrong.yaml', wrong), 'find', ada.address);
    expect(ended.code).not.toBe(0);
    expect(ended.err).toMatch(/sign in|sign-in/i);
  });
});
