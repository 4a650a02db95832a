import { describe, expect, it } from '@jest/globals';
import { mistakableWorld, smallWorld } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { at, each, withJira } from './fake/opened.ts';
import { fillWith } from './world-in-jira.ts';

describe('a world in Jira', () => {
  it('is everything of it that Jira can hold', async () => {
    await withJira(async ({ seed }) => {
      const world = smallWorld();
      fillWith(seed, world);
      const dump = [...dumpOf(seed.jira)].join('\n');
      const missing = world.secrets.filter(({ text }) => !dump.includes(text)).flatMap((secret) => secret.in);
      // Mails have no subjects and no people in copy without an account; accounts have no past, pictures no names.
      expect([...new Set(missing)].sort()).toEqual([
        'message.copies',
        'message.subject',
        'person.history',
        'person.photo',
      ]);
      const kept = world.keepsakes.filter(({ text }) => !dump.includes(text)).map(({ label }) => label);
      expect(kept).toEqual([]);
      const issues = Object.keys(talliesOf(seed.jira)).filter((key) => key.startsWith('issue '));
      expect(issues).toHaveLength(world.dossiers.length);
    });
  });

  it('is as Jira keeps it: channels, notes, customers who take part, what was before', async () => {
    await withJira(async ({ seed }) => {
      const world = smallWorld();
      const accounts = fillWith(seed, world);
      const { jira } = seed;
      const channels = jira.issues.all().map(({ properties }) => at(properties['request.channel.type'], 'value'));
      expect([...new Set(channels)].sort()).toEqual(['chat', 'email', 'jira', 'portal', undefined]);
      expect(jira.comments.where(({ internal }) => internal)).toHaveLength(1);
      const participants = new Set(jira.issues.all().flatMap((issue) => jira.accountsOf(issue, 'participants')));
      expect([...participants].sort()).toEqual([accounts.get('target'), accounts.get('ida')].sort());
      expect(jira.issues.all().every((issue) => jira.accountsOf(issue, 'organizations').length === 1)).toBe(true);
      expect(jira.histories.all().map(({ items }) => items[0]?.field)).toEqual(
        expect.arrayContaining(['summary', 'description']),
      );
      expect(jira.issues.where(({ statusCategory }) => statusCategory === 'done').length).toBeGreaterThan(3);
      expect(jira.issues.where(({ reporter, creator }) => reporter !== creator)).toHaveLength(1);
      const bodies = JSON.stringify(jira.comments.all().map(({ body }) => body));
      for (const part of ['"mailto:', '"mediaGroup"', 'thimble-1-mailed-name.txt']) expect(bodies).toContain(part);
    });
  });

  it('is found by the person, however they take part', async () => {
    await withJira(async ({ seed, ask }) => {
      const world = mistakableWorld();
      const target = fillWith(seed, world).get(world.target.key) ?? '';
      const address = world.target.addresses[0] ?? '';
      const jql = `reporter = "${target}" OR "Request participants" = "${target}" OR issuekey in updatedBy("${target}") OR text ~ "\\"${address}\\""`;
      const found = await ask('POST', '/rest/api/3/search/jql', { body: { jql, fields: ['summary', 'comment'] } });
      expect(found.status).toBe(200);
      const summaries = each(found, 'issues', 'fields.summary');
      for (const what of ['Broken', 'Order', 'Imported', 'Lunch'])
        expect(summaries.filter((one) => String(one).startsWith(what))).toHaveLength(1);
      expect(summaries.length).toBeGreaterThanOrEqual(12);
      expect(summaries.length).toBeLessThan(world.dossiers.length);
      expect(at(found.json, 'isLast')).toBe(true);
    });
  });
});
