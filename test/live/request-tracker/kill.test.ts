import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDeadlyProxy } from '../shared/deadly-proxy.ts';
import type { DeadlyProxy } from '../shared/deadly-proxy.ts';
import { hunt } from '../shared/held.ts';
import type { ShownPlan } from '../shared/planning.ts';
import { randomFrom } from '../shared/random.ts';
import { announcedTables, tableOf } from './announced.ts';
import { dumpRequestTracker } from './dump.ts';
import { accessFromEnvironment } from './environment.ts';
import { openOffice, planFor, secretsOf, talliesOfRequestTracker } from './product.ts';
import type { Office } from './product.ts';

const KILLS = 10;

describe.each(['on', 'off'] as const)(
  'a run on a real Request Tracker that is killed ten times, native part %s',
  (native) => {
    let proxy: DeadlyProxy;
    let office: Office;
    let plan: ShownPlan;

    beforeAll(async () => {
      proxy = await openDeadlyProxy(accessFromEnvironment().url);
      office = await openOffice(native, proxy.address);
      plan = await planFor(office);
    }, 900_000);
    afterAll(async () => {
      await proxy.close();
      await office.place.leave();
    });

    it('comes to the end an undisturbed run comes to, wherever it is killed', async () => {
      const { place, config, world } = office;
      const random = randomFrom(native === 'on' ? 5 : 6);
      const reach = native === 'on' ? 14 : 20;
      const begin = ['--config', config, 'anonymize', '--id', String(world.numbers.target), '--confirm', plan.confirm];
      const struck: (number | null)[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const [begun] = await place.storage.runs({ open: true });
        const running = place.start(...(begun === undefined ? begin : ['--config', config, 'resume']));
        proxy.strikeAt(1 + random.number(reach), random.number(2) === 0 ? 'before' : 'after', () =>
          running.process.kill('SIGKILL'),
        );
        struck.push((await running.ended).code);
      }
      expect(struck.filter((code) => code === null).length).toBeGreaterThanOrEqual(KILLS / 2);
      proxy.strikeAt(Infinity, 'before', () => undefined);
      const [open] = await place.storage.runs({ open: true });
      if (open !== undefined) expect((await place.run('--config', config, 'resume')).code).toBe(0);

      const after = await dumpRequestTracker();
      const hits = hunt(after, secretsOf(office), world.innocent);
      const announced = announcedTables(plan);
      expect(hits.filter((hit) => !announced.has(tableOf(hit, world.numbers.target)))).toEqual([]);
      if (native === 'on') expect(await talliesOfRequestTracker()).toEqual(office.tallies);
      const [run] = await place.storage.runs();
      expect(run?.state).toMatch(/^done/);
      expect((await place.run('ledger', 'verify')).code).toBe(0);
    }, 1_800_000);
  },
);
