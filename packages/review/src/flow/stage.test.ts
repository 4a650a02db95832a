import { describe, expect, it } from '@jest/globals';
import { Stage } from './stage.ts';
import { transitions } from './transitions.ts';
import type { StateName } from './transitions.ts';

describe('the graph of states', () => {
  it('leads from idle to each state, and out of each again', () => {
    const reached = new Set<StateName>(['idle']);
    for (const from of reached) for (const to of transitions[from]) reached.add(to);

    expect([...reached].sort()).toEqual(Object.keys(transitions).sort());
    expect(Object.values(transitions).every((to) => to.length > 0)).toBe(true);
  });

  it('lets nothing run that was not reviewed or begun before: a look alone never leads to a run', () => {
    expect(transitions.looking).not.toContain('running');
  });

  it('is kept: a way that is not in it is refused, and the state stays', () => {
    const stage = new Stage();
    let told = 0;
    stage.subscribe(() => {
      told += 1;
    });

    expect(() => stage.show({ at: 'idle' })).toThrow(TypeError);
    expect(stage.state).toEqual({ at: 'idle' });
    expect(told).toBe(0);
  });
});
