import { ways } from './fake.ts';
import { requestTrackerTestbed } from './testbed.ts';
import { describeHost } from '../../../test/conformance/host.suite.ts';

for (const { name, inside } of ways) describeHost(`Request Tracker ${name}`, requestTrackerTestbed(inside));
