import { describe, expect, it } from '@jest/globals';
import { findingsOf } from './identities.ts';
import type { FoundPerson, HostAnswers } from './identities.ts';

function account(host: string, id: string, changes: Partial<FoundPerson> = {}): FoundPerson {
  const base = { kind: 'end-user' as const, active: true, mailDomains: [], sharedMailbox: false };
  return { ...base, host, id, name: `Somebody ${id}`, addresses: [`${id}@acme.test`], ...changes };
}

function answers(host: string, ...of: readonly (readonly FoundPerson[])[]): HostAnswers[number] {
  return { host, answers: of.map((people, index) => ({ asked: index + 1, people: [...people] })) };
}

const ids = (hosts: HostAnswers, asked: readonly string[]) =>
  findingsOf(asked, hosts).identities.map(({ accounts }) => accounts.map(({ host, id }) => `${host} ${id}`).sort());

describe('people over all hosts', () => {
  it('PI-04 three addresses are two people and one that nobody goes by', () => {
    const hosts = [
      answers('desk', [account('desk', 'p1')], [account('desk', 'p2')], []),
      answers('jobs', [account('jobs', 'c9')], [], []),
    ];
    const asked = ['p1@acme.test', 'p2@acme.test', 'nobody@acme.test'];
    expect(ids(hosts, asked)).toEqual([['desk p1', 'jobs c9'], ['desk p2']]);
    expect(findingsOf(asked, hosts).unknown).toEqual(['nobody@acme.test']);
  });

  it('are one where an address of theirs is the same, and where two things that were typed lead to one account', () => {
    const shared = { addresses: ['ada@acme.test'] };
    const both = [
      answers('desk', [account('desk', 'p1', shared)], [account('desk', 'p1', shared), account('desk', 'p7')]),
    ];
    expect(ids(both, ['ada@acme.test', 'Ada King'])).toEqual([['desk p1'], ['desk p7']]);
    const two = [answers('desk', [account('desk', 'p1', shared)]), answers('jobs', [account('jobs', 'c1', shared)])];
    expect(ids(two, ['Ada King'])).toEqual([['desk p1', 'jobs c1']]);
  });

  it('become one late: a third account joins two that had nothing in common', () => {
    const a = account('desk', 'a', { addresses: ['a@acme.test'] });
    const b = account('desk', 'b', { addresses: ['b@acme.test'] });
    const c = account('desk', 'c', { addresses: ['a@acme.test', 'b@acme.test'] });
    expect(ids([answers('desk', [a, b, c])], ['Ada King'])).toEqual([['desk a', 'desk b', 'desk c']]);
  });

  it.each([
    ['a name alone', { addresses: [] }],
    ['a shortened address', { addresses: ['a…@acme.test'] }],
    ['a shared mailbox', { addresses: ['info@acme.test'], sharedMailbox: true }],
  ])('stay two where they share %s', (_what, changes) => {
    const hosts = [answers('desk', [account('desk', 'p1', changes), account('desk', 'p2', changes)])];
    expect(ids(hosts, ['Ada King'])).toHaveLength(2);
  });

  it('says of what was not looked for why, and which host could not be asked', () => {
    const hosts: HostAnswers = [
      { host: 'desk', answers: [{ asked: 1, people: [], refused: 'It is empty.' }] },
      { host: 'jobs', answers: [], failed: { code: 'down', says: 'It is down.' } },
    ];
    expect(findingsOf(['x'], hosts)).toEqual({
      identities: [],
      unknown: [],
      refused: [{ text: 'x', because: 'It is empty.' }],
      failed: [{ host: 'jobs', says: 'It is down.' }],
    });
  });
});
