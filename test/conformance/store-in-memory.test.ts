import { memoryDisk, StoreInMemory } from '@lethe/core/testing';
import { describeStore } from './store.suite.ts';

const disk = memoryDisk();

describeStore('memory', {
  store: new StoreInMemory(disk),
  open: async () => new StoreInMemory(disk),
  hasSecrets: async (plan) => disk.secrets.has(plan),
});
