import { expect, it } from '@jest/globals';
import { withKinds } from './known-kinds.ts';
import { existingPerson } from './lookup.ts';
import { StandIn } from './testing/index.ts';

it('PN-09 people are of the kind that is told, and everything else is the host itself', async () => {
  const { host, person } = new StandIn();
  const told = withKinds(host, () => 'candidate');
  const before = await existingPerson(host, person);

  expect(await existingPerson(told, person)).toEqual({ ...before, kind: 'candidate' });
  expect(told.profile).toBe(host.profile);
  const listed = async (of: typeof host): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { id } of of.spots([{ by: 'person', person }])) ids.push(id);
    return ids;
  };
  expect(await listed(told)).toEqual(await listed(host));
});
