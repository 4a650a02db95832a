import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launch } from '../../e2e/zendesk/browser.ts';
import { castFrom } from '../shared/cast.ts';
import type { Character } from '../shared/cast.ts';
import { hunt } from '../shared/held.ts';
import {
  certified,
  chosen,
  confirmedInConsole,
  endedRun,
  heldBack,
  inFive,
  posted,
  seated,
  serverWithEntry,
} from '../shared/menu-entry.ts';
import type { EntryServer, Seat } from '../shared/menu-entry.ts';
import { runProgram } from '../shared/programs.ts';
import { dumpRequestTracker } from './dump.ts';
import {
  accessFromEnvironment,
  freshRequestTracker,
  logOfRequestTracker,
  passwordFromEnvironment,
} from './environment.ts';
import { beside, runInside } from './inside.ts';
import { nothing, numbered, restOf } from './rest.ts';

const access = accessFromEnvironment();
const rest = restOf(access);
const cast = castFrom(43);
const root = { login: 'root', password: passwordFromEnvironment() };
const entry = 'a[href*="/Lethe/User.html"]';

describe('coming in from the menus of a real Request Tracker', () => {
  let browser: Browser;
  let server: EntryServer;
  let target = 0;
  let agentNumber = 0;
  let ticket = 0;
  let agent: Seat;

  beforeAll(async () => {
    await freshRequestTracker('on');
    target = await account(cast.target, 0);
    agentNumber = await account(cast.agent, 1);
    await account(cast.secondAgent, 1);
    const { firstName, lastName, address } = cast.target;
    const content = `It is ${firstName} ${lastName}, write to ${address}.`;
    const opened = { Queue: 'General', Subject: 'Help', Requestor: [address], Content: content };
    ticket = (await rest.as(cast.target).post('/ticket', opened, numbered)).id;
    const written = { kind: 'request-tracker', address: access.url, tokenFrom: 'RT_TOKEN' };
    server = await serverWithEntry({ name: 'rt', written, env: { RT_TOKEN: access.token } });
    await runProgram([beside('entry.sh'), 'on', server.audience, 'rt'], server.secret);
    browser = await launch();
    agent = await signedInAs(cast.agent);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await runProgram([beside('entry.sh'), 'off']);
  }, 60_000);

  async function account(who: Character, privileged: 0 | 1): Promise<number> {
    const { login, address, firstName, lastName, password } = who;
    const names = { Name: login, EmailAddress: address, RealName: `${firstName} ${lastName}` };
    await rest.post('/user', { ...names, Password: password, Privileged: privileged }, nothing);
    return (await rest.get(`/user/${login}`, numbered)).id;
  }

  async function signedInAs(who: { readonly login: string; readonly password: string }): Promise<Seat> {
    const seat = await seated(browser);
    await seat.page.goto(access.url);
    await seat.page.locator('input[name=user]').fill(who.login);
    await seat.page.locator('input[name=pass]').fill(who.password);
    await seat.page.locator('input[name=pass]').press('Enter');
    await seat.page.locator('a[href$="/NoAuth/Logout.html"]').first().waitFor({ state: 'attached' });
    return seat;
  }

  const places = (): readonly string[] => [
    `/User/Summary.html?id=${String(target)}`,
    `/Ticket/Display.html?id=${String(ticket)}`,
    `/Admin/Users/Modify.html?id=${String(target)}`,
  ];

  /** Whether each of the places shows an entry. */
  async function seenBy({ page }: Pick<Seat, 'page'>): Promise<readonly boolean[]> {
    const seen: boolean[] = [];
    for (const path of places()) {
      // RT refuses some of them with an empty page, which a browser shows no page for.
      const answer = await page.context().request.get(access.url + path);
      seen.push((await answer.text()).includes('/Lethe/User.html'));
    }
    return seen;
  }

  it('HD-04 shows nobody an entry before the right is granted: SuperUser is not enough', async () => {
    for (const seat of [await seated(browser), agent, await signedInAs(root)])
      expect(await seenBy(seat)).toEqual([false, false, false]);
  }, 90_000);

  it('HD-05 is seen by whoever a group gives the right, in their language, and by nobody else', async () => {
    await runInside('grant.pl', { group: 'Entry desk', member: agentNumber });
    const rootNumber = (await rest.get('/user/root', numbered)).id;
    await runInside('grant.pl', { group: 'Entry administrators', member: rootNumber });
    expect((await seenBy(agent)).slice(0, 2)).toEqual([true, true]);
    expect(await seenBy(await signedInAs(root))).toEqual([true, true, true]);
    const others = [await seated(browser), await signedInAs(cast.secondAgent), await signedInAs(cast.target)];
    for (const seat of others) expect(await seenBy(seat)).toEqual([false, false, false]);
    for (const [language, words] of Object.entries(inFive)) {
      await rest.put(`/user/${String(agentNumber)}`, { Lang: language });
      await agent.page.goto(access.url + (places()[0] ?? ''));
      expect((await agent.page.locator(entry).first().textContent())?.trim()).toBe(words);
    }
    await rest.put(`/user/${String(agentNumber)}`, { Lang: 'en' });
  }, 120_000);

  it('goes on by itself from a page of RT alone, and shows the secret nowhere', async () => {
    const { page } = agent;
    await page.goto(`${access.url}/Lethe/User.html?id=${String(target)}`);
    expect(await page.locator('#lethe-entry input[type=submit]').count()).toBe(1);
    expect(new URL(page.url()).origin).toBe(access.url);
    const { page: settings } = await signedInAs(root);
    await settings.goto(`${access.url}/Admin/Tools/Configuration.html`);
    expect(await settings.content()).toContain('LetheEntry');
    expect(await settings.content()).not.toContain(server.secret);
    expect(await readFile(await logOfRequestTracker(), 'utf8')).not.toContain(server.secret);
  }, 60_000);

  it('S2 S4 refuses a word that was changed, and one that was used', async () => {
    const word = await wordFor();
    const changed = word.slice(0, -1) + (word.endsWith('A') ? 'B' : 'A');
    expect(await posted(agent.page, server, changed)).toBe(403);
    expect(await posted(agent.page, server, word)).toBe(200);
    expect(await posted(agent.page, server, word)).toBe(403);
  }, 60_000);

  it('leads a member to the review of a requestor, who is anonymized in the console, and nothing of her is left', async () => {
    const { page } = agent;
    await page.goto(access.url + (places()[1] ?? ''));
    const tab = await chosen(page, page.locator(entry).first(), /\/reviews\/[\w-]{36}$/);
    const run = await confirmedInConsole(tab);
    expect(await endedRun(server, run)).toMatch(/^done/);
    await certified(tab);
    const secrets = [cast.target.login, cast.target.address, cast.target.lastName];
    expect(hunt(await dumpRequestTracker(), secrets)).toEqual([]);
    expect(server.log.join('')).not.toContain(cast.target.lastName);
  }, 150_000);

  it('HD-04 leads nowhere for an account that was disabled since it chose the entry', async () => {
    await agent.page.goto(access.url + `/User/Summary.html?id=${String((await rest.get('/user/root', numbered)).id)}`);
    expect(await agent.page.locator(entry).count()).toBe(0);
    const other = await account(cast.colleague, 0);
    const word = await wordFor(other);
    await rest.put(`/user/${String(agentNumber)}`, { Disabled: 1 });
    expect(await posted(agent.page, server, word)).toBe(403);
  }, 60_000);

  /** A word RT made for the agent; their browser is kept from going on with it. */
  async function wordFor(person = target): Promise<string> {
    await agent.page.goto(`${access.url}/User/Summary.html?id=${String(person)}`);
    return heldBack(agent.page, agent.page.locator(entry));
  }
});
