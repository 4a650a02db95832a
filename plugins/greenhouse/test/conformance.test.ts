import { greenhouseTestbed } from './testbed.ts';
import { describeHost, describeVariant } from '../../../test/conformance/host.suite.ts';

describeHost('Greenhouse', greenhouseTestbed());
describeHost(
  'a Greenhouse by version 1 of its API, where nobody is asked for pronouns',
  greenhouseTestbed({ version: 'v1', options: { pronouns: 'not-asked' } }),
);
describeVariant(
  'a Greenhouse that leaves what Lever leaves, with filters nobody knows',
  greenhouseTestbed({ options: { preset: 'lever-parity' }, behaviour: { ignores: ['application_ids', 'email'] } }),
);
