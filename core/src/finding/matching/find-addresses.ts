import { type AddressParts, domainAfter, domainsLike, localBefore, mailbox, splitAddress } from './address.ts';
import { isRole } from './generic-words.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import type { Entry, Hit, Matcher, Named } from './hit.ts';

const AT = 0x40;

interface Known {
  readonly domains: ReadonlySet<string>;
  readonly addresses: ReadonlyMap<string, Named>;
}

/** Looks for addresses: at each `@` the longest address around it is read and compared as a whole. */
export function addressMatcher(entries: readonly Entry[]): Matcher {
  const known = knownOf(entries);
  return {
    triggers: new Set(entries.length === 0 ? [] : [AT]),
    at: (glyphs, at) => addressAt(glyphs, at, known),
  };
}

function knownOf(entries: readonly Entry[]): Known {
  const domains = new Set<string>();
  const addresses = new Map<string, Named>();
  for (const { text, by, entry } of entries) {
    const parts = splitAddress(text);
    if (parts === undefined) continue;
    const key = keyOf(parts);
    if (!addresses.has(key)) addresses.set(key, { by, entry });
    for (const domain of domainsLike(parts.domain)) domains.add(domain);
  }
  return { domains, addresses };
}

/** `support+17@` names one person, `support@` does not: with a role before the tag, only the whole is compared. */
function keyOf({ local, domain }: Pick<AddressParts, 'local' | 'domain'>): string {
  return isRole(/^[^+]+/.exec(local)?.[0] ?? local) ? `${local}@${domain}` : mailbox(local, domain);
}

function addressAt(glyphs: Glyphs, at: number, { domains, addresses }: Known): Hit | undefined {
  const after = domainAfter(glyphs, at);
  if (after === undefined || !domains.has(after.domain)) return undefined;
  const usual = localBefore(glyphs, at, 'usual');
  const all = localBefore(glyphs, at, 'all');
  for (const local of [usual, usual && withoutLead(usual), all]) {
    const named = local && namedBy({ ...local, ...after }, addresses);
    if (local && named) return { ...named, from: local.from, to: after.to, sure: 'certain' };
  }
  return undefined;
}

/** `_jane@d.test_`, `'jane@d.test'`: signs around an address, not of it. */
function withoutLead({ local, from }: Pick<AddressParts, 'local' | 'from'>): Pick<AddressParts, 'local' | 'from'> {
  const lead = /^['+._-]*/.exec(local)?.[0].length ?? 0;
  return { local: local.slice(lead), from: from + lead };
}

function namedBy({ local, domain }: AddressParts, addresses: ReadonlyMap<string, Named>): Named | undefined {
  return addresses.get(`${local}@${domain}`) ?? addresses.get(mailbox(local, domain));
}
