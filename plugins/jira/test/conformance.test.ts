import { describe, expect, it } from '@jest/globals';
import { jiraTestbed } from './testbed.ts';
import { inForge, overHttp } from './ways.ts';
import { describeHost, describeVariant } from '../../../test/conformance/host.suite.ts';
import { laws } from '../../../test/conformance/laws/all.ts';

describeHost('Jira over HTTP, accounts erased', jiraTestbed({ way: overHttp }));
describeHost('Jira inside Forge, accounts erased', jiraTestbed({ way: inForge }));
describeVariant(
  'Jira over HTTP, accounts kept as a shell',
  jiraTestbed({ way: overHttp, options: { account: 'keep-shell' } }),
);
describeVariant(
  'Jira inside Forge, accounts kept as a shell, issues marked',
  jiraTestbed({ way: inForge, options: { account: 'keep-shell', nobodySignedIn: true, marker: 'erasure-1' } }),
);

describe('Jira inside Forge with Guard Premium obeys', () => {
  // Redaction also covers the half of a history entry that stays as a gap: what laws 3, 6, 8 and 10 would call a change of it.
  const sure = laws.filter(({ number }) => ![3, 6, 8, 10].includes(number));
  const guarded = jiraTestbed({ way: inForge, options: { marker: 'erasure-1' }, site: { guardPremium: true } });
  for (const law of sure) {
    it(`law ${law.number}: ${law.says}`, async () => {
      await expect(law.check(guarded)).resolves.toBeUndefined();
    }, 60_000);
  }
});
