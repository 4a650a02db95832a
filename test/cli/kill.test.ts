import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';

jest.setTimeout(180_000);

describe('a killed process', () => {
  let place: Place;
  beforeAll(async () => {
    place = await placeFor();
  });
  afterAll(async () => {
    await place.leave();
  });

  const mira = 'mira.halvorsen@brightwater.test';
  const planned = z.looseObject({ confirm: z.string() });

  /** How many steps the journal has begun: the run is in the middle of its work. */
  async function untilBegun(steps: number): Promise<void> {
    for (;;) {
      const [run] = await place.storage.runs({ open: true });
      let begun = 0;
      if (run !== undefined)
        for await (const { attempts } of place.storage.outcomes(run.id)) begun += attempts > 0 ? 1 : 0;
      if (begun >= steps) return;
      await new Promise(setImmediate);
    }
  }

  it('leaves a run that resumes to its end, however often it is killed, and a second run on the person is refused meanwhile', async () => {
    const { confirm } = planned.parse((await place.run('--json', 'plan', mira)).json());
    const first = place.start('anonymize', mira, '--confirm', confirm);
    await untilBegun(20);
    const second = await place.run('plan', mira);
    expect(second.code).toBe(5);
    expect(second.out).toMatch(/has not ended/);
    first.process.kill('SIGKILL');
    await first.ended;

    const third = place.start('resume');
    await untilBegun(200);
    third.process.kill('SIGKILL');
    await third.ended;

    const last = await place.run('--json', 'resume');
    expect(last.code).toBe(0);
    const desk = join(place.folder, 'desk', 'desk');
    for (const folder of ['people', 'tickets']) {
      for (const name of await readdir(join(desk, folder))) {
        expect((await readFile(join(desk, folder, name), 'utf8')).toLowerCase()).not.toContain(mira);
      }
    }
    expect((await place.run('ledger', 'verify')).code).toBe(0);
  });

  it('Ctrl-C stops between two calls, says how to resume, and the run then comes to its end', async () => {
    const zoe = 'zoe.angstrom-nunez@vinterhamn.test';
    const { confirm } = planned.parse((await place.run('--json', 'plan', zoe)).json());
    const running = place.start('anonymize', zoe, '--confirm', confirm);
    await untilBegun(1);
    running.process.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    expect(ended.err).toContain('lethe resume');
    expect((await place.run('resume')).code).toBe(0);
  });

  it('a stopped run can be called off: its secrets are gone, nobody resumes it, the person can be reviewed anew', async () => {
    const eva = 'eva.lindh@harbourlane.test';
    const { confirm } = planned.parse((await place.run('--json', 'plan', eva)).json());
    const running = place.start('anonymize', eva, '--confirm', confirm);
    await untilBegun(1);
    running.process.kill('SIGINT');
    await running.ended;
    const [stopped] = await place.storage.runs({ open: true });
    const run = stopped?.id ?? '';

    expect((await place.run('call-off', run)).code).toBe(0);
    expect(await place.storage.secretsOf(run)).toBeUndefined();
    expect((await place.run('resume', run)).code).toBe(2);
    expect((await place.run('call-off', run)).code).toBe(2);
    expect((await place.run('report', run)).out).toContain('called off before its end');
    expect((await place.run('plan', eva)).out).toContain('To run it, confirm with');
    expect((await place.run('ledger', 'verify')).code).toBe(0);
  });
});
