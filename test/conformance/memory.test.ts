import { describe, expect, it } from '@jest/globals';
import { carryOut, generatedWorld, memoryTestbed, runOf, situations } from '@lethe/core/testing';
import type { MemoryOptions } from '@lethe/core/testing';
import fc from 'fast-check';
import { assertEndState } from './checks.ts';
import { describeHost } from './host.suite.ts';
import { dyingAt } from './killing.ts';
import { withScene } from './scene.ts';

const source = 'test/conformance/memory.test.ts';

/** Hosts that can do less, each in one way that real hosts have. */
const lesser: readonly (readonly [string, MemoryOptions])[] = [
  ['a memory host with a change log nobody can clear', { changeLog: 'kept' }],
  ['a memory host that does not show bodies', { hides: ['message.body'] }],
  ['a memory host that cannot be searched', { scopes: ['person', 'dossier', 'everything'] }],
  [
    'a memory host that only removes messages',
    { abilities: { 'message.body': { can: ['remove'], provable: true, source } } },
  ],
  [
    'a memory host that clears where others cut',
    { abilities: { 'dossier.field': { can: ['clear'], provable: true, source } } },
  ],
];

describeHost('the memory host', memoryTestbed());
for (const [name, options] of lesser) describeHost(name, { ...memoryTestbed(options), kills: 3 });

describe('in any world the memory host', () => {
  const picks = fc.array(fc.nat(situations.length * 6), { minLength: 1, maxLength: 6 });

  it('comes to the same end state wherever it is killed', async () => {
    await fc.assert(
      fc.asyncProperty(picks, fc.nat(60), async (some, moment) => {
        await withScene(memoryTestbed(), { world: generatedWorld(some) }, async (scene) => {
          const run = runOf(scene.host, scene.review, { clock: scene.clock });
          await carryOut({ ...run, host: dyingAt(scene.host, moment).host }).catch(() => undefined);
          const { ending } = await carryOut(run);
          await assertEndState(scene, ending);
          expect(ending.state).toBe('done');
        });
      }),
      { numRuns: 25 },
    );
  });
});
