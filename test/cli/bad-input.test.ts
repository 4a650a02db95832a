import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';

jest.setTimeout(120_000);

describe('bad input gets a clear message, an exit code of its own, and nothing done', () => {
  let place: Place;
  let web: Server;
  beforeAll(async () => {
    place = await placeFor({ REDMINE_KEY: 'not-a-key' });
    web = createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Please sign in, dear Jane Roe</body></html>');
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    web.close();
    await place.leave();
  });

  function portOf(server: Server): number {
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return address.port;
  }

  async function redmineAt(address: string): Promise<string> {
    return place.write(
      'redmine.yaml',
      `hosts:\n  office:\n    kind: redmine\n    address: ${address}\n    keyFrom: REDMINE_KEY\n`,
    );
  }

  it.each([
    ['nobody', ['plan', 'nobody@nowhere.test'], 3, /Nobody goes by/],
    ['an agent', ['plan', 'connection@desk.test'], 5, /only end users/],
    ['the last administrator', ['plan', '--id', 'p1'], 5, /Nobody else could administer/],
    ['an account a directory masters', ['plan', 'Henrike Aumüller'], 5, /--acknowledge mastered-elsewhere/],
    ['an id that is a name', ['plan', '--id', 'Mira Halvorsen'], 2, /takes the id of an account/],
    ['nobody said', ['plan'], 2, /Say whom/],
    ['an unknown host', ['plan', 'x@y.test', '--host', 'elsewhere'], 2, /no host called so/],
    ['an unknown command', ['forget'], 2, /unknown command/],
    ['an unknown run', ['report', 'nope'], 2, /no run of that id/],
    ['nothing to resume', ['resume'], 2, /nothing to resume/],
  ])('%s', async (...[, args, code, says]) => {
    const ended = await place.run(...args);
    expect(ended.err + ended.out).toMatch(says);
    expect(ended.code).toBe(code);
  });

  it('goes on with an account a directory masters once that is acknowledged', async () => {
    const ended = await place.run('plan', 'Henrike Aumüller', '--acknowledge', 'mastered-elsewhere');
    expect(ended.code).toBe(0);
  });

  it.each([
    ['a host that is down', 'http://127.0.0.1:1', /Redmine/],
    ['a TLS fault', '', /certificate|TLS|secure/i],
    ['a page instead of an answer', '', /Redmine/],
  ])('%s', async (what, given, says) => {
    const address =
      given === '' ? `${what.includes('TLS') ? 'https' : 'http'}://127.0.0.1:${String(portOf(web))}` : given;
    const ended = await place.run('--config', await redmineAt(address), 'plan', 'jane@roe.test');
    expect(ended.code).toBe(9);
    expect(ended.err).toMatch(says);
    expect(ended.err).not.toContain('Jane');
    expect(ended.err).not.toContain('not-a-key');
  });

  it('a key that is not set names the variable', async () => {
    const config = await place.write(
      'unset.yaml',
      'hosts:\n  office:\n    kind: redmine\n    address: http://127.0.0.1:1\n    keyFrom: NO_SUCH_KEY\n',
    );
    const ended = await place.run('--config', config, 'plan', 'jane@roe.test');
    expect(ended.code).toBe(8);
    expect(ended.err).toContain('NO_SUCH_KEY');
  });

  it.each([
    [
      'an unknown treatment',
      'name: mine\nspots:\n  message.body:\n    author: mask\n',
      /rules\.yaml, line 4.*spots\.message\.body\.author/s,
    ],
    [
      'a rule for other accounts',
      'spots:\n  person.name:\n    mentioned: cut\n',
      /rules\.yaml, line 3.*spots\.person\.name\.mentioned/s,
    ],
    ['an unknown setting', 'colour: red\n', /rules\.yaml.*colour/s],
    ['no YAML', 'spots: [\n', /rules\.yaml, line \d+/],
  ])('a rules file with %s: path, line and reason', async (_what, text, says) => {
    const ended = await place.run('--rules', await place.write('rules.yaml', text), 'plan', 'grace.field@quillon.test');
    expect(ended.code).toBe(8);
    expect(ended.err).toMatch(says);
  });

  it('HD-03 HD-04 an operator without the right is refused, and one whose group has it is not', async () => {
    const settings = (groups: string): string =>
      `hosts:\n  desk: { kind: sandbox, folder: ${place.folder}/desk }\noperator: { id: op-1, groups: [${groups}] }\n` +
      'permissions: { activation: [privacy], grants: { privacy: [preview] } }\n';
    const without = await place.run(
      '--config',
      await place.write('a.yaml', settings('service')),
      'plan',
      'grace.field@quillon.test',
    );
    expect(without.code).toBe(5);
    const withRight = await place.run(
      '--config',
      await place.write('b.yaml', settings('privacy')),
      'plan',
      'grace.field@quillon.test',
    );
    expect(withRight.code).toBe(0);
    const toRun = await place.run(
      '--config',
      await place.write('b.yaml', settings('privacy')),
      'anonymize',
      'grace.field@quillon.test',
      '--confirm',
      'ANONYMIZE 1',
    );
    expect(toRun.code).toBe(5);
  });

  it('a legal hold is named with its reason', async () => {
    const person =
      (await place.run('--json', 'find', 'grace.field@quillon.test')).out.match(/"id": "(p\d+)"/)?.[1] ?? '';
    const config = await place.write(
      'hold.yaml',
      `hosts:\n  desk: { kind: sandbox, folder: ${place.folder}/desk }\nholds:\n  desk: [{ person: ${person}, reason: litigation, reviewOn: 2027-03-01 }]\n`,
    );
    const ended = await place.run('--config', config, 'plan', 'grace.field@quillon.test');
    expect(ended.code).toBe(5);
    expect(ended.out).toMatch(/hold/i);
  });
});
