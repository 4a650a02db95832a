import { jiraTestbed } from './testbed.ts';
import { inForge, overHttp } from './ways.ts';
import { describeHost } from '../../../test/conformance/host.suite.ts';

describeHost('Jira over HTTP, accounts erased', jiraTestbed({ way: overHttp }));
describeHost('Jira inside Forge, accounts erased', jiraTestbed({ way: inForge }));
describeHost(
  'Jira over HTTP, accounts kept as a shell',
  jiraTestbed({ way: overHttp, options: { account: 'keep-shell' } }),
);
describeHost(
  'Jira inside Forge, accounts kept as a shell, issues marked',
  jiraTestbed({ way: inForge, options: { account: 'keep-shell', marker: 'erasure-1' } }),
);
describeHost(
  'Jira inside Forge with Guard Premium, issues marked',
  jiraTestbed({ way: inForge, options: { marker: 'erasure-1' }, site: { guardPremium: true } }),
);
