import { leverTestbed } from './testbed.ts';
import { describeHost, describeVariant } from '../../../test/conformance/host.suite.ts';

describeHost('Lever', leverTestbed());
const all = ['answers', 'forms', 'offers'] as const;
describeVariant(
  'a Lever whose Anonymize takes more, whose files go with it, and that does not expand lists',
  leverTestbed({
    options: { anonymizeTakes: [...all], files: 'asked' },
    behaviour: { alsoTakes: all, filesCanGo: false, expands: false },
  }),
);
