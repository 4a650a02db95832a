import { type AddressParts, domainAfter, domainsLike, localBefore, mailbox, splitAddress } from './address.ts';
import { isRole } from './generic-words.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import type { Entry, Hit, Matcher, Named } from './hit.ts';
import type { How } from '../why.ts';

const AT = 0x40;

/** An address as it was filed. */
interface Filed extends Named, Pick<AddressParts, 'local' | 'domain'> {}

/** Whose mailbox a local part is, in one domain. */
type Mailboxes = ReadonlyMap<string, Filed>;

/** Looks for addresses: at each `@` the longest address around it is read and compared as a whole. */
export function addressMatcher(entries: readonly Entry[]): Matcher {
  const domains = byDomain(entries);
  return {
    triggers: new Set(domains.size === 0 ? [] : [AT]),
    at: (glyphs, at) => {
      const after = domainAfter(glyphs, at);
      const known = after && domains.get(after.domain);
      return known && addressAt(glyphs, { at, ...after }, known);
    },
  };
}

function byDomain(entries: readonly Entry[]): ReadonlyMap<string, Mailboxes> {
  const domains = new Map<string, Map<string, Filed>>();
  for (const { text, by, entry } of entries) {
    const parts = splitAddress(text);
    if (parts === undefined) continue;
    const known = domains.get(parts.domain) ?? new Map<string, Filed>();
    const key = keyOf(parts);
    if (!known.has(key)) known.set(key, { by, entry, ...parts });
    for (const domain of domainsLike(parts.domain)) domains.set(domain, known);
  }
  return domains;
}

/** `support+17@` names one person, `support@` does not: with a role before the tag, only the whole is compared. */
function keyOf({ local, domain }: Pick<AddressParts, 'local' | 'domain'>): string {
  const untagged = mailbox(local, domain);
  return isRole(untagged) ? local : untagged;
}

interface At {
  readonly at: number;
  readonly domain: string;
  readonly to: number;
}

function addressAt(glyphs: Glyphs, { at, ...after }: At, known: Mailboxes): Hit | undefined {
  const usual = localBefore(glyphs, at, 'usual');
  const hit = usual && (hitOf({ ...usual, ...after }, known) ?? hitOf({ ...withoutLead(usual), ...after }, known));
  if (hit !== undefined) return hit;
  // A local part may hold signs that most have not: `jane/doe=x`.
  const all = localBefore(glyphs, at, 'all');
  return all && hitOf({ ...all, ...after }, known);
}

/** `_jane@d.test_`, `'jane@d.test'`: signs around an address, not of it. */
function withoutLead({ local, from }: Pick<AddressParts, 'local' | 'from'>): Pick<AddressParts, 'local' | 'from'> {
  const lead = /^['+._-]*/.exec(local)?.[0].length ?? 0;
  return { local: local.slice(lead), from: from + lead };
}

function hitOf({ local, domain, from, to }: AddressParts, known: Mailboxes): Hit | undefined {
  const filed = known.get(local) ?? known.get(mailbox(local, domain));
  return filed && { by: filed.by, entry: filed.entry, from, to, sure: 'certain', how: howOf({ local, domain }, filed) };
}

function howOf({ local, domain }: Pick<AddressParts, 'local' | 'domain'>, filed: Filed): How {
  if (local === filed.local && domain === filed.domain) return 'as-filed';
  return local.includes('+') ? 'plus-tag' : 'mailbox-alias';
}
