import { describe, expect, it } from '@jest/globals';
import { personId } from '@lethe/core/testing';
import { existingPerson, lookUp, otherAccountsOf, personOf, sharesAddress } from './lookup.ts';
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

  it("S11 knows a person's other accounts, not this one, and whether they share an address", async () => {
    const target = await existingPerson(host, person);
    const agent = await existingPerson(host, personId('account-agent'));
    expect(await otherAccountsOf(host, target)).toEqual([]);
    const others = await otherAccountsOf(host, { ...agent, identifiers: target.identifiers });
    expect(others).toMatchObject([{ id: target.id, kind: 'end-user' }]);
    expect(sharesAddress(others, target)).toBe(true);
    expect(sharesAddress(others, agent)).toBe(false);
    expect(second).not.toBe('');
  });
});
