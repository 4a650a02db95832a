import { canonicalJson } from '../canonical.ts';
import type { Finder, Finding } from '../finding/finder.ts';
import type { Leftovers } from '../finding/leftovers.ts';
import type { Why } from '../finding/why.ts';
import type { Content } from '../host.ts';
import type { IdentifierKind } from '../identifiers.ts';
import { isText } from '../text-content.ts';

/** What a finding says about itself without saying where: which kind of identifier, in which writing, and why. */
export interface Mention extends Why {
  readonly by: IdentifierKind;
}

/** How many mentions of one sort there are. */
export interface Mentions extends Mention {
  readonly count: number;
}

const none: readonly Mention[] = [];

/** What may name the person in a text, and with a cut also what does. */
export function mentionsIn(content: Content, finder: Finder, which: 'all' | 'ambiguous'): readonly Mention[] {
  if (!isText(content)) return none;
  const findings = finder.find(content.text, content.form);
  const wanted = which === 'all' ? findings : findings.filter(({ sure }) => sure === 'ambiguous');
  return wanted.length === 0 ? none : wanted.map(mentionOf);
}

/** What may still name the person in a text that was cut: what is uncertain, and beside it whatever the loosest look sees. */
export function mentionsLeft(content: Content, finder: Finder, leftovers: Leftovers): readonly Mention[] {
  if (!isText(content)) return none;
  const doubtful = finder.find(content.text, content.form);
  const more = leftovers(content.text, content.form).filter((one) => !doubtful.some((other) => overlap(one, other)));
  return [...doubtful, ...more].map(mentionOf);
}

function overlap(one: Finding, other: Finding): boolean {
  return one.start < other.end && other.start < one.end;
}

/** How many there are of each sort, in an order that does not depend on the texts'. */
export function countMentions(mentions: Iterable<Mention>): readonly Mentions[] {
  const counts = new Map<string, Mentions>();
  for (const mention of mentions) {
    const sort = canonicalJson(mention);
    counts.set(sort, { ...mention, count: (counts.get(sort)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, counted]) => counted);
}

function mentionOf({ by, how, evidence, doubt }: Finding): Mention {
  return { by, how, ...(evidence === undefined ? {} : { evidence }), ...(doubt === undefined ? {} : { doubt }) };
}
