import { describeHost } from '@lethe/test/conformance';
import { sandboxTestbed } from './testbed.ts';

describeHost('The sandbox', sandboxTestbed());
describeHost('A sandbox with an archive', sandboxTestbed({ archive: true }));
