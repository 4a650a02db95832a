import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Running } from './lethe.ts';
import { ada, zendeskPlace } from './zendesk-place.ts';
import type { ZendeskPlace } from './zendesk-place.ts';

jest.setTimeout(120_000);

describe('lethe sign-in', () => {
  let desk: ZendeskPlace;
  beforeAll(async () => {
    desk = await zendeskPlace('{ flow: authorization-code, clientId: lethe-cli, port: 0 }');
  });
  afterAll(async () => desk.leave());

  /** The address the command tells, once it waits there. */
  async function addressTold({ process }: Running): Promise<string> {
    let said = '';
    return new Promise((told) => {
      process.stderr?.on('data', (some: Buffer) => {
        said += some.toString();
        const [address] = /http:\S+authorizations\S+(?=\n)/.exec(said) ?? [];
        if (address !== undefined) told(address);
      });
    });
  }

  /** Where Zendesk sends a browser in which the agent agrees. */
  async function sentBack(address: string): Promise<URL> {
    const response = await fetch(address, { redirect: 'manual' });
    return new URL(response.headers.get('location') ?? 'nowhere:');
  }

  /** All tokens Zendesk has given out. */
  function tokens(): readonly string[] {
    return desk.fake.state.tokens
      .all()
      .flatMap(({ token, refresh_token: refresh }) => [token, ...(refresh === null ? [] : [refresh])]);
  }

  it('is asked for where nobody has signed in', async () => {
    const ended = await desk.run('find', ada.address);
    expect(ended.code).toBe(9);
    expect(ended.err).toMatch(/Nobody is signed in.*lethe sign-in/);
  });

  it('ends when the agent declines, and keeps nothing', async () => {
    const running = desk.start('sign-in', 'desk');
    const address = new URL(await addressTold(running));
    const back = new URL(address.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({
      error: 'access_denied',
      state: address.searchParams.get('state') ?? '',
    }).toString();
    expect((await fetch(back)).status).toBe(400);
    const ended = await running.ended;
    expect(ended.code).toBe(9);
    expect(ended.err).toContain('declined');
    expect((await desk.run('find', ada.address)).code).toBe(9);
  });

  it('takes only the answer it waits for, whatever else a browser is sent there with, and then the host can be used', async () => {
    const running = desk.start('sign-in', 'desk');
    const back = await sentBack(await addressTold(running));
    const strange = [
      `${back.origin}/`,
      `${back.origin}/signed-in?code=x&state=y`,
      `${back.origin}/signed-in?error=access_denied`,
    ];
    for (const address of strange) expect((await fetch(address)).status).toBe(404);
    const page = await fetch(back);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Signed in');
    const ended = await running.ended;
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('Signed in to desk');
    for (const token of [...tokens(), back.searchParams.get('code') ?? 'no code'])
      expect(ended.out + ended.err).not.toContain(token);
    expect((await desk.run('find', ada.address)).code).toBe(0);
  });

  it('lasts: a token that is over is renewed, and the next command uses what the one before kept', async () => {
    const before = tokens();
    for (const { id } of desk.fake.state.tokens.where(({ client_id: client }) => client === 'lethe-cli'))
      desk.fake.state.tokens.update(id, { expires_at: 0 });
    expect((await desk.run('find', ada.address)).code).toBe(0);
    const renewed = tokens();
    expect(renewed).not.toEqual(before);
    expect((await desk.run('find', ada.address)).code).toBe(0);
    expect(tokens()).toEqual(renewed);
  });

  it('stops waiting on Ctrl-C', async () => {
    const running = desk.start('sign-in');
    await addressTold(running);
    running.process.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });

  it('is not for hosts whose key is in the environment', async () => {
    const ended = await desk.place.run('sign-in');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('Nobody has to sign in');
  });
});
