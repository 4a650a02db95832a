import { memoryTestbed } from '@lethe/core/testing';
import { describeHost } from './host.suite.ts';

describeHost('the memory host', memoryTestbed());
