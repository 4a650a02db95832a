import type { Content } from '../host.ts';
import type { Personal } from '../personal.ts';
import { isText } from '../text-content.ts';
import type { Finder, Finding } from './finder.ts';
import type { TextForm } from './text-form.ts';

/**
 * The same finder, for a host full of people. "Dear Jane" says that a Jane is meant; which one, only a text that names her
 * otherwise can say, as the host may know another. So where parts of names are all there is, they are uncertain.
 */
export function cautiousFinder(finder: Finder): Finder {
  const find = (text: Personal, form: TextForm): readonly Finding[] => {
    const findings = finder.find(text, form);
    return findings.some(tellsWhose) ? findings : findings.map(doubted);
  };
  const mentions = (content: Content): boolean => {
    if (!isText(content)) return finder.mentions(content);
    return find(content.text, content.form).some(({ sure }) => sure === 'certain');
  };
  return {
    find,
    mentions,
    cut: (text, form, replacement) =>
      find(text, form).some(tellsWhose) ? finder.cut(text, form, replacement) : { text, findings: [] },
    isTheirs: (entry) => finder.isTheirs(entry),
  };
}

/** A part of a name is never enough, unless both parts are there, or the whole: then the evidence is a strong mention. */
function tellsWhose({ sure, by, evidence }: Finding): boolean {
  return sure === 'certain' && (by !== 'names' || evidence === undefined || evidence === 'strong-mention');
}

function doubted(finding: Finding): Finding {
  if (finding.sure === 'ambiguous') return finding;
  const { start, end, by, entry, how } = finding;
  return { start, end, by, entry, how, sure: 'ambiguous', doubt: 'name-alone' };
}
