import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asApp, asUser, route } from '@forge/api';
import { endpoints, isForApps, personOnly } from '../endpoints.ts';
import { methodOf, pathOf } from '../http-port.ts';
import type { Call } from '../http-port.ts';
import { forgeTransport } from './forge-transport.ts';
import type { ForgeCalling } from './forge-transport.ts';
import { OutOfTime } from './out-of-time.ts';

const api = { asApp, asUser, route };
const call: Call = {
  what: 'change a comment',
  endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
  params: { issue: '10042', comment: '7' },
  query: { notifyUsers: 'false' },
  body: { body: 'ü' },
};

interface Sent {
  readonly target: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly init: RequestInit;
}

/** Forge's own way to Jira, as `@forge/api` calls it. */
let answers: (sent: Sent) => Response | Promise<Response> = () => new Response('{}');
const sent: Sent[] = [];

beforeEach(() => {
  sent.length = 0;
  answers = () => new Response('{}');
  const fetching = async (target: Sent['target'], path: string, init: RequestInit): Promise<Response> => {
    const one = { target, path, init };
    sent.push(one);
    return answers(one);
  };
  Reflect.set(globalThis, '__forge_fetch__', fetching);
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, '__forge_fetch__');
});

function transport(rest: Partial<ForgeCalling> = {}) {
  return forgeTransport({ api, user: 'whoever-clicked', remaining: () => 25_000, ...rest });
}

function paramsOf(endpoint: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `${name}:1`]));
}

describe('the calls of a Forge app', () => {
  const source = readFileSync(new URL('forge-calls.ts', import.meta.url), 'utf8');
  const spelt =
    /'(?<key>[A-Z]+ [^']+)': async \(\{[^}]+\}\) =>\s+jira\.requestJira\(route`(?<path>[^`\n]+)\?\$\{query\}`, \{\s+\.\.\.init,\s+method: '(?<method>[A-Z]+)',?\s+\}\)/g;

  it("are spelt out one by one, where Atlassian's linter looks for scopes, exactly as the endpoints say", () => {
    const literals = [...source.matchAll(spelt)].map(({ groups: { key = '', path = '', method = '' } = {} }) => [
      key,
      `${method} ${path.replaceAll(/\$\{gap\('(\w+)'\)\}/g, '{$1}')}`,
    ]);
    expect(literals).toEqual(endpoints.filter(isForApps).map((endpoint) => [endpoint, endpoint]));
  });

  it.each(endpoints.filter(isForApps))('reach the path they name: %s', async (endpoint) => {
    const one = { what: 'try', endpoint, params: paramsOf(endpoint), query: { a: 'b c' } };
    await transport()(one);
    expect(sent.map(({ path, init }) => [init.method, path])).toEqual([[methodOf(one), `${pathOf(one)}?a=b+c`]]);
  });
});

describe('the transport inside Forge', () => {
  it.each(personOnly)('makes no call that is for a person alone, and says so: %s', async (endpoint) => {
    const made = transport()({ what: 'try', endpoint, params: paramsOf(endpoint), as: 'user' });
    await expect(made).rejects.toMatchObject({ code: 'not-permitted' });
    expect(sent).toEqual([]);
  });

  it('calls as the app unless told otherwise, and sends the body as JSON', async () => {
    answers = () => new Response('{"id":"7"}', { status: 400, headers: { 'RateLimit-Reason': 'jira-burst-based' } });
    expect(await transport()(call)).toMatchObject({
      status: 400,
      headers: { 'ratelimit-reason': 'jira-burst-based' },
      json: { id: '7' },
    });
    expect(sent[0]?.target).toMatchObject({ provider: 'app', remote: 'jira' });
    expect(sent[0]?.init).toMatchObject({
      body: '{"body":"ü"}',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    });
  });

  it('calls as whoever clicked, or for an account that is not there, where a call needs a person', async () => {
    await transport()({ ...call, as: 'user' });
    await transport({ user: { account: 'a:1' } })({ ...call, as: 'user' });
    expect(sent.map(({ target }) => [target['provider'], target['accountId']])).toEqual([
      ['user', undefined],
      ['user', 'a:1'],
    ]);
  });

  it('makes no call that needs a person where nobody is there, and says who has to do it', async () => {
    await expect(transport({ user: 'nobody' })({ ...call, as: 'user' })).rejects.toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('site administrator'),
    });
    await transport({ user: 'nobody' })(call);
    expect(sent).toHaveLength(1);
  });

  it('says that it knows of experimental interfaces', async () => {
    await transport()({
      what: 'rename',
      endpoint: 'PUT /jsm/csm/api/v1/customer/account/{account}',
      params: { account: 'qm:1:2' },
      body: {},
    });
    expect(sent[0]?.init.headers).toMatchObject({ 'X-ExperimentalApi': 'opt-in' });
  });

  it.each([
    ['nothing', 204, null],
    ['a page', 200, '<p>Log in</p>'],
  ])('answers no JSON where there is %s', async (_, status, body) => {
    answers = () => new Response(body, { status });
    expect(await transport()(call)).toMatchObject({ status, json: undefined });
  });

  it('sends nothing where a gap of the path is open or could lead elsewhere', async () => {
    await expect(transport()({ ...call, params: { issue: '10042' } })).rejects.toThrow();
    await expect(transport()({ ...call, params: { issue: '10042', comment: '..' } })).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

describe('the time an invocation has', () => {
  const never = async (): Promise<Response> => new Promise(() => undefined);

  it('is respected: a call that could not end in it is not begun', async () => {
    await expect(transport({ remaining: () => 1000 })(call)).rejects.toBeInstanceOf(OutOfTime);
    expect(sent).toEqual([]);
    await transport({ remaining: () => 1001 })(call);
    await expect(transport({ remaining: () => 5000, kept: 5000 })(call)).rejects.toBeInstanceOf(OutOfTime);
    expect(sent).toHaveLength(1);
  });

  it('ends a call that is under way, even one that does not listen', async () => {
    answers = never;
    await expect(transport({ remaining: () => 1020 })(call)).rejects.toBeInstanceOf(OutOfTime);
    const { init } = sent[0] ?? {};
    expect(init?.signal?.aborted).toBe(true);
  });

  it('is not over because Jira takes too long: then Jira is down', async () => {
    answers = never;
    await expect(transport({ timeoutSeconds: 0.02 })(call)).rejects.toMatchObject({
      code: 'down',
      message: expect.stringContaining('in time'),
    });
  });
});

describe('an answer of Forge in place of Jira', () => {
  const proxy = (status: number, reason: string) => () =>
    new Response('Ada Quellstone', { status, headers: { 'forge-proxy-error': reason } });

  it.each([
    ['nobody allowed the app to act for them', 401, 'NEEDS_AUTHENTICATION_ERR', 'not-permitted'],
    ['a scope is missing', 403, 'FORBIDDEN', 'not-permitted'],
    ['too many calls', 429, 'RATE_LIMITED', 'too-fast'],
    ['the way to Jira is broken', 502, 'UPSTREAM_ERROR', 'down'],
  ])('is told as what it is: %s', async (...[, status, reason, code]) => {
    answers = proxy(status, reason);
    for (const as of ['app', 'user'] as const) {
      const error: unknown = await transport({ user: { account: 'a:1' } })({ ...call, as }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ name: 'HostError', code });
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/Quellstone|ERR|FORBIDDEN/);
    }
  });

  it('is left to Forge where it makes Jira ask whoever clicked for their consent', async () => {
    answers = proxy(401, 'NEEDS_AUTHENTICATION_ERR');
    await expect(transport()({ ...call, as: 'user' })).rejects.toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
    await expect(transport()(call)).rejects.toMatchObject({ name: 'HostError', code: 'not-permitted' });
  });

  it('is down where there is no answer at all', async () => {
    answers = async () => Promise.reject(new TypeError('fetch failed for Ada Quellstone'));
    const error: unknown = await transport()(call).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'down' });
    expect(String(error)).not.toContain('Quellstone');
  });
});
