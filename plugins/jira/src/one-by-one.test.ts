import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import type { Receipt, SpotId, StepId } from '@lethe/core';
import { interleaved, oneByOne } from './one-by-one.ts';
import type { Single } from './one-by-one.ts';

const later = new Date('2026-04-01T08:00:30Z');
const sooner = new Date('2026-04-01T08:00:02Z');

/** A call on the issue before the point, `1.2`: what it does is told by `make`. */
function singleOf(name: string, make: () => Promise<void>): Single {
  const [issue = ''] = name.split('.');
  const step = { id: name as StepId, spot: name as SpotId, kind: 'message.body', verb: 'set' } as const;
  return { issue, steps: [{ step, place: { is: 'comment', issue, number: name } }], make };
}

function failing(code: HostError['code'], waits: 'host' | 'call' = 'host', retryAt = later): HostError {
  return new HostError(code, 'It was told to fail: clear the fault.', {
    waits,
    ...(code === 'too-fast' ? { retryAt } : {}),
  });
}

async function outcome(
  names: readonly string[],
  faults: Readonly<Record<string, HostError>> = {},
  settling = new Map<StepId, Receipt>(),
): Promise<{ readonly made: readonly string[]; readonly settled: readonly string[]; readonly thrown: unknown }> {
  const made: string[] = [];
  const singles = names.map((name) =>
    singleOf(name, async () => {
      made.push(name);
      const fault = faults[name];
      if (fault !== undefined) throw fault;
    }),
  );
  const thrown = await oneByOne(singles, settling).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { made, settled: [...settling.values()].map(({ step, claim }) => `${step} ${claim}`), thrown };
}

describe('calls one by one', () => {
  it('go round and round over their issues', () => {
    const names = ['1.1', '1.2', '1.3', '2.1', '3.1', '3.2'];
    const order = interleaved(names.map((name) => ({ name, issue: name.charAt(0) }))).map(({ name }) => name);
    expect(order).toEqual(['1.1', '2.1', '3.1', '1.2', '3.2', '1.3']);
  });

  it('what is refused, or gone, is so for its own step alone', async () => {
    const faults = { '1.1': failing('gone'), '1.2': failing('rejected'), '2.1': failing('unreadable') };
    const { settled, thrown } = await outcome(['1.1', '1.2', '2.1', '2.2'], faults);
    expect(thrown).toBeUndefined();
    expect(settled.toSorted()).toEqual(['1.1 absent', '1.2 refused', '2.1 refused', '2.2 done']);
  });

  it('an issue that has to wait holds up no other, and is called no more until then', async () => {
    const names = ['1.1', ...Array.from({ length: 30 }, (_, at) => `2.${String(at)}`), '1.2', '1.3'];
    const fault = failing('too-fast', 'call');
    const { made, settled, thrown } = await outcome(names, { '1.1': fault });
    expect(thrown).toBe(fault);
    expect(settled).toHaveLength(30);
    expect(made.filter((name) => name.startsWith('1.'))).toEqual(['1.1']);
  });

  it('of several that have to wait, the first to come back says when', async () => {
    const soon = failing('too-fast', 'call', sooner);
    const { thrown } = await outcome(['1.1', '2.1'], { '1.1': failing('too-fast', 'call'), '2.1': soon });
    expect(thrown).toBe(soon);
  });

  it.each(['too-fast', 'down', 'signed-out', 'locked'] as const)('%s ends all', async (code) => {
    const names = Array.from({ length: 50 }, (_, at) => `${String(at)}.1`);
    const fault = failing(code);
    const { made, thrown } = await outcome(names, { '3.1': fault });
    expect(thrown).toBe(fault);
    expect(made.length).toBeLessThan(50);
  });

  it('what is settled already is not done again', async () => {
    const settling = new Map<StepId, Receipt>();
    const fault = failing('too-fast', 'call');
    await outcome(['1.1', '2.1', '3.1'], { '2.1': fault }, settling);
    expect((await outcome(['1.1', '2.1', '3.1'], {}, settling)).made).toEqual(['2.1']);
  });
});
