import { describeHost, describeVariant } from '@lethe/test/conformance';
import { sandboxTestbed } from './testbed.ts';

describeHost('The sandbox', sandboxTestbed());
describeVariant('A sandbox with an archive', sandboxTestbed({ archive: true }));
