import { describe, expect, it } from '@jest/globals';
import { personId } from '@lethe/core/testing';
import { existingPerson, lookUp, otherKindsOf, personOf } from './lookup.ts';
import { StandIn } from './testing/index.ts';

const { host, person, world } = new StandIn();
const [address = '', second = ''] = world.target.addresses;

describe('looking up', () => {
  it('answers by the place of what was typed, each once', async () => {
    const { answers, repeated } = await lookUp(host, [`${address}, nobody@quill.test`, address.toUpperCase()]);

    expect(answers.map(({ asked, people }) => [asked, people.map(({ id }) => id)])).toEqual([
      [1, [person]],
      [2, []],
    ]);
    expect(repeated).toBe(1);
  });

  it('does not look for what says too little, and says so', async () => {
    const { answers } = await lookUp(host, ['info@quill.test']);
    expect(answers).toMatchObject([{ asked: 1, people: [] }]);
    expect(answers[0]?.refused).toMatch(/shared mailbox/);
  });

  it('has no answer where nothing was typed', async () => {
    expect(await lookUp(host, [' ', ';'])).toEqual({ answers: [], repeated: 0 });
  });

  it('finds an account by its id, or none', async () => {
    expect((await personOf(host, person))?.id).toBe(person);
    expect(await personOf(host, personId('account-nobody'))).toBeUndefined();
    await expect(existingPerson(host, personId('account-nobody'))).rejects.toMatchObject({ code: 'gone' });
  });

  it("knows the kinds of a person's other accounts, not of this one", async () => {
    const target = await existingPerson(host, person);
    const agent = await existingPerson(host, personId('account-agent'));
    expect(await otherKindsOf(host, target)).toEqual([]);
    expect(await otherKindsOf(host, { ...agent, identifiers: target.identifiers })).toEqual(['end-user']);
    expect(second).not.toBe('');
  });
});
