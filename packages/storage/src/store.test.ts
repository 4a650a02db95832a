import { describeStore } from '../../../test/conformance/store.suite.ts';
import { TestStorage } from './testing/test-storage.ts';

const ground = new TestStorage();

describeStore('PostgreSQL', {
  get store() {
    return ground.storage;
  },
  open: async () => ground.open(),
  hasSecrets: async (plan) => {
    const rows = await ground.database.ask('select from lethe.secret where plan = $1', [plan]);
    return rows.length > 0;
  },
});
