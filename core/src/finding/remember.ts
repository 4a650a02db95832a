import type { Content } from '../host.ts';
import type { Personal } from '../personal.ts';
import { isText } from '../text-content.ts';
import type { Finder, Finding } from './finder.ts';
import type { TextForm } from './text-form.ts';

/** The same finder, which looks through each text only once, however often it is asked; forgets a text with its last holder. */
export function rememberingFinder(finder: Finder): Finder {
  const knownIn = new Map<TextForm, WeakMap<Personal, readonly Finding[]>>();
  const theirs = new WeakMap<Personal, boolean>();
  const isTheirs = (entry: Personal): boolean => {
    const known = theirs.get(entry) ?? finder.isTheirs(entry);
    theirs.set(entry, known);
    return known;
  };
  const find = (text: Personal, form: TextForm): readonly Finding[] => {
    const known = knownIn.get(form) ?? new WeakMap<Personal, readonly Finding[]>();
    knownIn.set(form, known);
    const findings = known.get(text) ?? finder.find(text, form);
    known.set(text, findings);
    return findings;
  };
  const mentions = (content: Content): boolean => {
    if (!isText(content)) return finder.mentions(content);
    return find(content.text, content.form).some((finding) => finding.sure === 'certain');
  };
  return {
    find,
    mentions,
    cut: (text, form, replacement) => finder.cut(text, form, replacement),
    isTheirs,
  };
}
