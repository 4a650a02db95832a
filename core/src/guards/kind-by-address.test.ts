import { describe, expect, it } from '@jest/globals';
import { personKinds } from '../host.ts';
import { identifiersFrom } from '../identifiers.ts';
import { endUser } from '../testing/guard-facts.ts';
import { kindByAddress, peopleSettingsSchema } from './kind-by-address.ts';

const toAscii = (domain: string): string => domain.replace('größe', 'xn--gre-6ka8i');
const settings = peopleSettingsSchema.parse({ corporateDomains: ['Acme.test', 'größe.test'] });

function kindOf(addresses: readonly string[], labels: readonly string[] = []): string {
  const person = endUser({ kind: 'unknown', identifiers: identifiersFrom({ addresses }), labels });
  return kindByAddress(person, settings, toAscii);
}

describe('kindByAddress', () => {
  it.each([
    ['PN-09 a corporate address', ['a@acme.test'], 'employee'],
    ['PN-09 one of a domain below', ['a@eu.acme.test'], 'employee'],
    ['PN-09 capital letters', ['A@ACME.TEST'], 'employee'],
    ['PN-09 a domain that only ends alike', ['a@notacme.test'], 'candidate'],
    ['PN-09 a domain that only begins alike', ['a@acme.test.evil.test'], 'candidate'],
    ['PN-09 a domain in its other writing', ['a@xn--gre-6ka8i.test'], 'employee'],
    ['PN-09 the same as people write it', ['a@größe.test'], 'employee'],
    ['one corporate address of several', ['a@home.test', 'a@acme.test'], 'employee'],
    ['no address at all', [], 'candidate'],
  ])('%s', (_what, addresses, kind) => {
    expect(kindOf(addresses)).toBe(kind);
  });

  it('PN-09 takes whoever is marked for external, also with a corporate address', () => {
    expect(kindOf(['a@acme.test'], ['external'])).toBe('external');
    expect(kindOf(['a@acme.test'], ['vip'])).toBe('employee');
  });

  it('leaves agents, administrators and end users what the host says they are', () => {
    const kept = personKinds.filter(
      (kind) =>
        kindByAddress(
          endUser({ kind, identifiers: identifiersFrom({ addresses: ['a@b.test'] }) }),
          settings,
          toAscii,
        ) !== 'candidate',
    );

    expect(kept).toEqual(['end-user', 'agent', 'administrator']);
  });

  it('changes nothing where nobody named a domain', () => {
    const none = peopleSettingsSchema.parse({});

    expect(personKinds.filter((kind) => kindByAddress(endUser({ kind }), none, toAscii) === kind)).toEqual(personKinds);
  });
});
