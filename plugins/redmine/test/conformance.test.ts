import { ways } from './fake.ts';
import { redmineTestbed } from './testbed.ts';
import { describeHost } from '../../../test/conformance/host.suite.ts';

for (const { name, inside } of ways) describeHost(`Redmine ${name}`, redmineTestbed(inside));
