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
