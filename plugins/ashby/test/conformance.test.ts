import { ashbyTestbed } from './testbed.ts';
import { describeHost, describeVariant } from '../../../test/conformance/host.suite.ts';

describeHost('Ashby', ashbyTestbed());
describeVariant(
  'an Ashby that takes no empty texts, writes no name of its own and lets nobody change who was anonymized',
  ashbyTestbed({
    options: { emptyFields: 'overwritten' },
    behaviour: { takesEmpty: false, nameAfter: undefined, changesAfter: false },
  }),
);
describeVariant(
  'an Ashby whose Anonymize leaves all but who it is, as its settings say',
  ashbyTestbed({ options: { anonymizeTakes: [], lookup: 'listed' }, behaviour: { takes: ['details'] } }),
);
