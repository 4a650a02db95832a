import { describe, expect, it } from '@jest/globals';
import type { ObstacleCode, Person, Right } from '@lethe/core';
import { existingPerson } from './lookup.ts';
import { obstaclesTo } from './obstacles.ts';
import type { Asking } from './obstacles.ts';
import { StandIn } from './testing/index.ts';
import type { DeskInMemory } from './testing/index.ts';

async function withRight(right: Right): Promise<{ readonly desk: DeskInMemory; readonly person: Person }> {
  const scene = new StandIn();
  const desk = scene.desk();
  desk.who = { id: 'agent-2', groups: ['support'], administrator: false };
  desk.allowed = { activation: ['support'], grants: { support: [right] } };
  return { desk, person: await existingPerson(scene.host, scene.person) };
}

async function codes(desk: DeskInMemory, person: Person, phase: Asking['phase']): Promise<readonly ObstacleCode[]> {
  return (await obstaclesTo(desk, person, { phase, acknowledged: [] })).map(({ code }) => code);
}

describe('what stands in the way', () => {
  it.each([
    ['preview', 'review', []],
    ['preview', 'run', ['right-missing']],
    ['preview', 'resume', ['right-missing']],
    ['run', 'review', ['right-missing']],
    ['run', 'run', []],
    ['run', 'resume', []],
  ] as const)('whoever may only %s: at %s %j', async (right, phase, expected) => {
    const { desk, person } = await withRight(right);
    expect(await codes(desk, person, phase)).toEqual(expected);
  });

  it('is told together: what the right is missing for does not hide what the guards say', async () => {
    const { desk, person } = await withRight('run');
    expect(await codes(desk, { ...person, kind: 'agent' }, 'review')).toEqual(['right-missing', 'not-end-user']);
  });

  it.each(['holds', 'askedBy'] as const)('takes %s from the desk', async (member) => {
    const { desk, person } = await withRight('preview');
    const holds = [{ person: person.id, reason: 'audit', reviewOn: '2027-03-01' }] as const;
    const desks = { holds: Object.assign(desk, { holds }), askedBy: Object.assign(desk, { askedBy: person.id }) };
    const expected = { holds: 'legal-hold', askedBy: 'oneself' };
    expect(await codes(desks[member], person, 'review')).toContain(expected[member]);
  });
});
