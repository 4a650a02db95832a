import {
  type AddressParts,
  domainAfter,
  domainsLike,
  type LocalChars,
  localBefore,
  mailbox,
  splitAddress,
} from '../matching/address.ts';
import { isRole } from '../matching/generic-words.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { MailboxFilter } from './mailbox-filter.ts';
import type { Span } from './match-phone.ts';

const AT = 0x40;
const ways: readonly LocalChars[] = ['usual', 'all', 'quoted'];

/** Whose an address is. */
export interface Owner {
  readonly person: number;
  readonly named: number;
}

/** An address that stands in a text, and all whose it is. */
export interface OwnedAddress extends Span {
  readonly owners: readonly Owner[];
}

/** The addresses of everybody: read around an `@` as the finder reads them, then looked up. */
export class AddressBook {
  readonly #owners = new Map<string, Owner[]>();
  readonly #domains = new Set<string>();
  readonly #mailboxes = new MailboxFilter();

  /** Files an address; gives the domains it may stand under, if they are new. */
  put(text: string, owner: Owner): readonly string[] {
    const parts = splitAddress(text);
    if (parts === undefined) return [];
    const untagged = mailbox(parts.local, parts.domain);
    const key = keyOf(isRole(untagged) ? parts.local : untagged, parts.domain);
    const owners = this.#owners.get(key);
    if (owners === undefined) this.#owners.set(key, [owner]);
    else owners.push(owner);
    this.#mailboxes.add(parts.local);
    const fresh = domainsLike(parts.domain).filter((domain) => !this.#domains.has(domain));
    for (const domain of fresh) this.#domains.add(domain);
    return fresh;
  }

  /** The address whose domain begins here. */
  at(text: Glyphs, start: number): OwnedAddress | undefined {
    const at = start - 1;
    if (text.code(at) !== AT || !this.#mailboxes.mayKnow(text, at)) return undefined;
    const after = domainAfter(text, at);
    if (after === undefined || !this.#domains.has(after.domain)) return undefined;
    for (const way of ways) {
      const before = localBefore(text, at, way);
      if (before === undefined) continue;
      const known = this.#known({ ...before, ...after }) ?? this.#known({ ...withoutLead(before), ...after });
      if (known !== undefined) return known;
    }
    return undefined;
  }

  #known({ local, domain, from, to }: AddressParts): OwnedAddress | undefined {
    const owners = this.#owners.get(keyOf(local, domain)) ?? this.#owners.get(keyOf(mailbox(local, domain), domain));
    return owners && { start: from, end: to, owners };
  }
}

function keyOf(local: string, domain: string): string {
  return `${local}@${domainsLike(domain)[0] ?? domain}`;
}

/** `_jane@d.test_`, `'jane@d.test'`: signs around an address, not of it. */
function withoutLead({ local, from }: Pick<AddressParts, 'local' | 'from'>): Pick<AddressParts, 'local' | 'from'> {
  const lead = /^['"+._-]*/.exec(local)?.[0].length ?? 0;
  return { local: local.slice(lead), from: from + lead };
}
