import type { Finder, Finding } from '../finding/finder.ts';
import type { Content } from '../host.ts';
import type { IdentifierKind, Identifiers } from '../identifiers.ts';
import { identifierKinds } from '../identifiers.ts';
import { Personal } from '../personal.ts';

/** Stand-in: exact identifiers between word boundaries. */
export function finderFor(who: Identifiers): Finder {
  const all = identifierKinds.flatMap((by) => who[by].map((text, entry) => ({ by, entry, text: text.reveal() })));
  const find = (text: Personal): readonly Finding[] => {
    const plain = text.reveal();
    const found = all.flatMap((one) => everyPlace(plain, one));
    found.sort((one, other) => one.start - other.start);
    return found.filter((one, at) => at === 0 || one.start >= (found[at - 1]?.end ?? 0));
  };
  const mentions = (content: Content): boolean => {
    if (content.form === 'plain' || content.form === 'html') return find(content.text).length > 0;
    if (content.form === 'list') return content.items.some((item) => find(item).length > 0);
    if (content.form === 'file')
      return [content.name, content.description ?? Personal.blank].some((text) => find(text).length > 0);
    return false;
  };
  const folded = new Set(all.map(({ text }) => text.toLowerCase()));
  return {
    find,
    mentions,
    isTheirs: (entry) => folded.has(entry.reveal().trim().toLowerCase()),
    cut: (text, _form, replacement) => {
      const findings = find(text);
      const rest = text.reveal();
      let [result, from] = ['', 0];
      for (const { start, end } of findings) {
        result += rest.slice(from, start) + replacement;
        from = end;
      }
      return { text: Personal.of(result + rest.slice(from)), findings };
    },
  };
}

function everyPlace(text: string, one: { by: IdentifierKind; entry: number; text: string }): Finding[] {
  const quoted = one.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const places = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}.])${quoted}(?![\\p{L}\\p{N}])`, 'giu'));
  return [...places].map(({ index }) => ({
    start: index,
    end: index + one.text.length,
    by: one.by,
    entry: one.entry,
    sure: 'certain',
  }));
}
