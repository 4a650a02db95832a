import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { commands } from './model/commands.ts';
import { assertGoodEnd } from './model/laws.ts';
import { Rig } from './model/rig.ts';

describe('two agents, one person', () => {
  it('whatever they do and whatever happens: nothing is written unconfirmed, one run a plan, true states, and a good end', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (some) => {
        const rig = new Rig();
        await fc.asyncModelRun(() => ({ model: {}, real: rig }), some);
        await assertGoodEnd(rig);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
