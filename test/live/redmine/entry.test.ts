import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launch } from '../../e2e/zendesk/browser.ts';
import { castFrom } from '../shared/cast.ts';
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
import { randomFrom } from '../shared/random.ts';
import { wordsFrom } from '../shared/words.ts';
import { dumpRedmine } from './dump.ts';
import { accessFromEnvironment, freshRedmine, logOfRedmine, passwordFromEnvironment } from './environment.ts';
import { giveRoles, openAccounts, readCatalogue } from './people.ts';
import type { Numbers } from './people.ts';
import { openProjects } from './places.ts';
import { numbered, restOf } from './rest.ts';

const access = accessFromEnvironment();
const cast = castFrom(41);
const administrator = { login: 'admin', password: passwordFromEnvironment() };
const entry = '.lethe-anonymize';

describe('coming in from the menus of a real Redmine', () => {
  let browser: Browser;
  let server: EntryServer;
  let numbers: Numbers;
  let issue = 0;
  let group = 0;
  let agent: Seat;

  beforeAll(async () => {
    await freshRedmine('on');
    const rest = restOf(access);
    const catalogue = await readCatalogue(rest);
    const projects = await openProjects(rest);
    numbers = await openAccounts(rest, cast, { catalogue, words: wordsFrom(randomFrom(42)) });
    await giveRoles(rest, numbers, { catalogue, projects: Object.values(projects) });
    const { target } = cast;
    const description = `It is ${target.firstName} ${target.lastName}, write to ${target.address}.`;
    const opened = {
      project_id: projects.support,
      tracker_id: catalogue.tracker('Support'),
      subject: 'Help',
      description,
    };
    const asHer = rest.as(target.login);
    issue = (await asHer.post('/issues.json', { issue: opened }, z.object({ issue: numbered }))).issue.id;
    const named = { name: 'Entry desk', user_ids: [numbers.agent, 1] };
    group = (await rest.post('/groups.json', { group: named }, z.object({ group: numbered }))).group.id;
    const written = { kind: 'redmine', address: access.url, keyFrom: 'REDMINE_KEY' };
    server = await serverWithEntry({ name: 'redmine', written, env: { REDMINE_KEY: access.key } });
    browser = await launch();
    agent = await signedInAs(cast.agent);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  }, 60_000);

  async function signedInAs(
    who: { readonly login: string; readonly password: string },
    locale?: string,
  ): Promise<Seat> {
    const seat = await seated(browser, locale);
    await seat.page.goto(`${access.url}/login`);
    await seat.page.locator('#username').fill(who.login);
    await seat.page.locator('#password').fill(who.password);
    await seat.page.locator('#login-submit').click();
    await seat.page.locator('#loggedas').waitFor();
    return seat;
  }

  /** How many entries each of the places shows. */
  async function entriesSeenBy({ page }: Pick<Seat, 'page'>): Promise<readonly number[]> {
    const counts: number[] = [];
    for (const path of [`/users/${String(numbers.target)}`, `/issues/${String(issue)}`, '/users']) {
      await page.goto(access.url + path);
      counts.push(await page.locator(entry).count());
    }
    return counts;
  }

  it('HD-04 shows nobody an entry after the install, administrators included', async () => {
    const nobody = await seated(browser);
    const admin = await signedInAs(administrator);
    for (const seat of [nobody, agent, admin]) expect(await entriesSeenBy(seat)).toEqual([0, 0, 0]);
  }, 90_000);

  it('HD-05 is switched on in Redmine’s own settings, which keep the secret to themselves', async () => {
    const { page } = await signedInAs(administrator);
    await page.goto(`${access.url}/settings/plugin/lethe`);
    await page.getByLabel('Entry desk').check();
    await page.locator('#lethe_entry_address').fill(`${server.audience}/`);
    await page.locator('#lethe_entry_host').fill('redmine');
    await page.locator('#lethe_entry_secret').fill(server.secret);
    await page.locator('input[name=commit]').click();
    await page.locator('#flash_notice').waitFor();
    await page.locator('input[name=commit]').click();
    await page.locator('#flash_notice').waitFor();
    expect(await page.locator('#lethe_entry_address').inputValue()).toBe(server.audience);
    expect(await page.content()).not.toContain(server.secret);
    expect(await readFile(await logOfRedmine(), 'utf8')).not.toContain(server.secret);
  }, 60_000);

  it('HD-05 is seen by members of the group, in their language, and by nobody else', async () => {
    const others = [await seated(browser), await signedInAs(cast.colleague)];
    expect((await entriesSeenBy(agent)).slice(0, 2)).toEqual([1, 1]);
    for (const seat of others) expect(await entriesSeenBy(seat)).toEqual([0, 0, 0]);
    expect(await entriesSeenBy(await signedInAs(administrator))).toEqual([1, 1, 1]);
    const rest = restOf(access);
    for (const [language, words] of Object.entries(inFive)) {
      await rest.put(`/users/${String(numbers.agent)}.json`, { user: { language } });
      await agent.page.goto(`${access.url}/users/${String(numbers.target)}`);
      expect((await agent.page.locator(entry).textContent())?.trim()).toBe(words);
    }
    await rest.put(`/users/${String(numbers.agent)}.json`, { user: { language: 'en' } });
  }, 120_000);

  it('S2 S4 refuses a word that was changed, one that was used, and one whose page is another’s', async () => {
    const { page } = agent;
    const word = await wordFor(numbers.target);
    const changed = word.slice(0, -1) + (word.endsWith('A') ? 'B' : 'A');
    expect(await posted(page, server, changed)).toBe(403);
    expect(await posted(page, server, word)).toBe(200);
    expect(await posted(page, server, word)).toBe(403);
    const elsewhere = await seated(browser);
    await elsewhere.page.route('http://evil.test/', async (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p></p>' }),
    );
    await elsewhere.page.goto('http://evil.test/');
    expect(await posted(elsewhere.page, server, await wordFor(numbers.target))).toBe(403);
    expect(await elsewhere.context.cookies(server.audience)).toEqual([]);
  }, 60_000);

  it('leads a member to the review of the issue’s author, who is anonymized in the console, and nothing of her is left', async () => {
    const { page } = agent;
    await page.goto(`${access.url}/issues/${String(issue)}`);
    const tab = await chosen(page, page.locator(entry), /\/reviews\/[\w-]{36}$/);
    const run = await confirmedInConsole(tab);
    expect(await endedRun(server, run)).toMatch(/^done/);
    await certified(tab);
    const { target } = cast;
    const secrets = [target.login, target.address, target.lastName, target.mobile];
    expect(hunt(await dumpRedmine(), secrets, [cast.namesake.address])).toEqual([]);
    expect(agent.complaints).toEqual([]);
    expect(server.log.join('')).not.toContain(target.lastName);
  }, 150_000);

  it('HD-07 leads from the list of users to a review of each one chosen', async () => {
    const { page } = await signedInAs(administrator);
    await page.goto(`${access.url}/users`);
    for (const who of [numbers.colleague, numbers.namesake])
      await page.locator(`input[name="ids[]"][value="${String(who)}"]`).check();
    const tab = await chosen(page, page.locator(entry), /\/entry\/begin$/);
    expect(await tab.locator('a[href^="/reviews/"]').count()).toBe(2);
  }, 60_000);

  it('HD-04 is gone, and leads nowhere, for somebody who left the group', async () => {
    const { page } = agent;
    const word = await wordFor(numbers.colleague);
    await restOf(access).remove(`/groups/${String(group)}/users/${String(numbers.agent)}.json`);
    expect(await posted(page, server, word)).toBe(403);
    expect((await entriesSeenBy(agent)).slice(0, 2)).toEqual([0, 0]);
  }, 60_000);

  /** A word Redmine made for the agent; their browser is kept from going on with it. */
  async function wordFor(person: number): Promise<string> {
    await agent.page.goto(`${access.url}/users/${String(person)}`);
    return heldBack(agent.page, agent.page.locator(entry));
  }
});
