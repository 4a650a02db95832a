import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ada, clientSecret, zendeskPlace } from './zendesk-place.ts';
import type { ZendeskPlace } from './zendesk-place.ts';

jest.setTimeout(120_000);

const planned = z.looseObject({ confirm: z.string() });

describe('the command line on Zendesk, with the secret of an OAuth client', () => {
  let desk: ZendeskPlace;
  beforeAll(async () => {
    desk = await zendeskPlace('{ flow: client-credentials, clientId: lethe-server, clientSecretFrom: ZENDESK_SECRET }');
  });
  afterAll(async () => desk.leave());

  it('says whether the account can be used, and what it cannot blank', async () => {
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
    for (const secret of [ada.name, ada.address, ada.second, clientSecret])
      expect(ended.out + ended.err).not.toContain(secret);
  });

  it('leaves the person nowhere but where the plan said before, and keeps user, company and tickets', async () => {
    const { users, tickets, comments, identities } = desk.fake.state;
    const user = users.get(desk.person);
    expect(user).toMatchObject({ name: 'Anonymized', suspended: true });
    expect(user.organization_id).not.toBeNull();
    expect(
      JSON.stringify([users.all(), comments.all().map(({ html_body: html }) => html), identities.all()]),
    ).not.toMatch(/quellstone(?! prints)/i);
    expect(tickets.all().map(({ status }) => status)).toEqual(['open', 'solved', 'closed']);
  });

  it('finds nobody by the old address, and reads everything again', async () => {
    expect((await desk.run('find', ada.address)).code).toBe(3);
    const again = await desk.run('verify');
    expect(again.out).toMatch(/clean\s+\d+/);
    expect(again.code).toBe(0);
  });

  it('asks for one token a command, and puts no secret into an address', () => {
    const given = desk.fake.state.tokens.where(({ client_id: client }) => client === 'lethe-server');
    expect(given).toHaveLength(5);
    expect(desk.fake.made.map(({ url }) => url).join(' ')).not.toContain(clientSecret);
  });
});

describe('settings of a Zendesk', () => {
  let desk: ZendeskPlace;
  beforeAll(async () => {
    desk = await zendeskPlace('{ flow: client-credentials, clientId: lethe-server, clientSecretFrom: NOT_SET }');
  });
  afterAll(async () => desk.leave());

  it('say which variable has to hold the secret', async () => {
    const ended = await desk.run('find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('signIn.clientSecretFrom: the environment variable NOT_SET is not set');
  });

  it.each([
    [
      'the secret itself',
      'signIn: { flow: client-credentials, clientId: a, clientSecretFrom: "not a name" }',
      'name an environment variable',
    ],
    ['a flow there is not', 'signIn: { flow: password, clientId: a }', 'signIn'],
    ['a plan there is not', 'plan: huge\n    signIn: { flow: authorization-code, clientId: a }', 'plan'],
  ])('are refused for %s, with the line', async (_, settings, says) => {
    const file = await desk.place.write(
      'faulty.yaml',
      `hosts:\n  desk:\n    kind: zendesk\n    address: ${desk.fake.address}\n    ${settings}\n`,
    );
    const ended = await desk.place.run('--config', file, 'hosts');
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(/faulty\.yaml, line \d/);
    expect(ended.err).toContain(says);
  });

  it('are refused for an address a token would be read on the way to', async () => {
    const signIn = 'signIn: { flow: client-credentials, clientId: a, clientSecretFrom: ZENDESK_SECRET }';
    const file = await desk.place.write(
      'plain.yaml',
      `hosts:\n  desk: { kind: zendesk, address: "http://acme.test", ${signIn} }\n`,
    );
    const ended = await desk.place.run('--config', file, 'find', ada.address);
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('use https://');
  });
});
