import {
  type AddressParts,
  domainAfter,
  domainsLike,
  isInLocal,
  localBefore,
  mailbox,
  splitAddress,
} from './address.ts';
import { endsWord } from './boundary.ts';
import { isRole } from './generic-words.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import { foldsOf } from '../reading/fold.ts';
import type { Entry, Head, Hit, Matcher, Named } from './hit.ts';
import type { How } from '../why.ts';

const AT = 0x40;
const LONGEST_HOST = 64;

/** An address as it was filed. */
interface Filed extends Named, Pick<AddressParts, 'local' | 'domain'> {}

/** Whose mailbox a local part is, in one domain. */
type Mailboxes = ReadonlyMap<string, Filed>;

/** Looks for addresses: at each `@` the longest address around it is read and compared as a whole. */
export function addressMatcher(entries: readonly Entry[]): Matcher {
  const domains = byDomain(entries);
  // Up to here it is known whose addresses these are: none goes on into the next, as in `jane@d.test-_jane@d.test`. One by
  // one in later turns would come to the same, in time that grows with the square of the text.
  let passed = 0;
  return {
    begin: () => {
      passed = 0;
    },
    triggers: new Set(domains.size === 0 ? [] : [AT]),
    heads: [...domains.keys()].flatMap(headsOf),
    at: (glyphs, at) => {
      const after = domainAfter(glyphs, at);
      const known = after && domains.get(after.domain);
      const hit = known && addressAt(glyphs, { at, passed, ...after }, known);
      if (hit === undefined) return undefined;
      passed = withHost(glyphs, hit.to);
      return { ...hit, to: passed };
    },
  };
}

/** An `@` and the first letter of the domain. */
function headsOf(domain: string): readonly Head[] {
  const { usual, speltOut } = foldsOf(domain.codePointAt(0) ?? 0);
  return [usual, speltOut].map(([fold = 0]) => ({ codes: [AT, fold >> 8] }));
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

/** `jane@d.test@OFFICE`: a mail system that was reached over another one writes that one's name behind the address. */
function withHost(glyphs: Glyphs, to: number): number {
  if (glyphs.code(to) !== AT) return to;
  let end = to + 1;
  while (end - to < LONGEST_HOST && isInLocal(glyphs, end)) end += 1;
  if (glyphs.code(end) === AT) return to;
  while (end > to && !glyphs.is(WORD, end - 1)) end -= 1;
  return end > to + 1 && isOneWord(glyphs, to + 1, end) && endsWord(glyphs, end) ? end : to;
}

function isOneWord(glyphs: Glyphs, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!glyphs.is(WORD, at)) return false;
  return true;
}

interface At {
  readonly at: number;
  readonly passed: number;
  readonly domain: string;
  readonly to: number;
}

function addressAt(glyphs: Glyphs, { at, passed, ...after }: At, known: Mailboxes): Hit | undefined {
  const usual = behind(passed, localBefore(glyphs, at, 'usual'));
  const hit = usual && (hitOf({ ...usual, ...after }, known) ?? hitOf({ ...withoutLead(usual), ...after }, known));
  if (hit !== undefined) return hit;
  // A local part may hold signs that most have not: `jane/doe=x`.
  const all = behind(passed, localBefore(glyphs, at, 'all'));
  const unusual = all && hitOf({ ...all, ...after }, known);
  if (unusual !== undefined) return unusual;
  const quoted = behind(passed, localBefore(glyphs, at, 'quoted'));
  return quoted && hitOf({ ...withoutLead(quoted), ...after }, known);
}

type Local = Pick<AddressParts, 'local' | 'from'>;

function behind(passed: number, local: Local | undefined): Local | undefined {
  if (local === undefined || local.from >= passed) return local;
  return {
    local: Array.from(local.local)
      .slice(passed - local.from)
      .join(''),
    from: passed,
  };
}

/** `_jane@d.test_`, `'jane@d.test'`: signs around an address, not of it. */
function withoutLead({ local, from }: Pick<AddressParts, 'local' | 'from'>): Pick<AddressParts, 'local' | 'from'> {
  const lead = /^['"+._-]*/.exec(local)?.[0].length ?? 0;
  return { local: local.slice(lead), from: from + lead };
}

function hitOf({ local, domain, from, to }: AddressParts, known: Mailboxes): Hit | undefined {
  const filed = known.get(local) ?? known.get(mailbox(local, domain));
  return filed && { by: filed.by, entry: filed.entry, from, to, sure: 'certain', how: howOf({ local, domain }, filed) };
}

function howOf({ local, domain }: Pick<AddressParts, 'local' | 'domain'>, filed: Filed): How {
  if (local === filed.local && domain === filed.domain) return 'as-filed';
  if (local.includes('+') || filed.local.includes('+')) return 'plus-tag';
  return domainsLike(domain).length > 1 ? 'mailbox-alias' : 'other-spelling';
}
