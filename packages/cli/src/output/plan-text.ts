import { doubtWords, kindWords, mentionWords, phraseFor, spotKinds } from '@lethe/core';
import type { HostProfile, Plan, SpotKind } from '@lethe/core';
import { tableOf } from './table.ts';

/** A plan as a reviewer reads it: what is blanked, what stays, what the host cannot do. No personal data. */
export function planText(plan: Plan, profile: HostProfile, word: string): string {
  const parts = [
    `${profile.name}, ${profile.words.person} ${plan.person}, rules "${plan.rules.name}"`,
    tableOf(['what', 'blanked', 'kept', 'cannot'], rowsOf(plan)),
    ...listed('Cannot be blanked', reasons(plan)),
    ...listed(
      'Old values stay readable',
      plan.remains.map(({ kind, where, steps }) => `${kindWords[kind]} (${String(steps)}): ${where}`),
    ),
    ...listed(
      'To be done in the host by hand, when the run says so',
      plan.asks.map(
        ({ says, link, steps }) => `${says}${link === undefined ? '' : ` ${link}`} (${String(steps)} steps)`,
      ),
    ),
    ...listed(
      'What else happens',
      plan.sideEffects.map(({ kind, what, steps }) => `${kindWords[kind]} (${String(steps)}): ${what}`),
    ),
    ...listed(
      'Not looked for',
      plan.unreached.map(({ because }) => because),
    ),
    ...listed('Cut out of texts', cutLines(plan)),
    ...listed(`May mean this person, left as they are, in ${places(plan)} (listed with --json)`, doubtLines(plan)),
    'This cannot be undone.',
    `To run it, confirm with: ${phraseFor(plan, word)}`,
  ];
  return parts.join('\n\n');
}

function cutLines({ mentions }: Plan): readonly string[] {
  return mentions
    .filter(({ doubt }) => doubt === undefined)
    .map((one) => `${String(one.count)} × ${mentionWords(one)}`);
}

function doubtLines({ mentions }: Plan): readonly string[] {
  return mentions.flatMap((one) => {
    const because = doubtWords(one);
    return because === undefined ? [] : [`${String(one.count)} × ${mentionWords(one)}: ${because}`];
  });
}

function places({ ambiguous }: Plan): string {
  return ambiguous.length === 1 ? '1 place' : `${String(ambiguous.length)} places`;
}

function rowsOf({ steps, kept, gaps }: Plan): readonly (readonly (string | number)[])[] {
  const count = (some: readonly { readonly kind: SpotKind }[], kind: SpotKind): number =>
    some.filter((one) => one.kind === kind).length;
  return spotKinds
    .map((kind) => [kindWords[kind], count(steps, kind), count(kept, kind), count(gaps, kind)])
    .filter(([, ...counts]) => counts.some((one) => one !== 0))
    .concat([['all', steps.length, kept.length, gaps.length]]);
}

function reasons({ gaps }: Plan): readonly string[] {
  const lines = new Map<string, number>();
  for (const { kind, because, instead } of gaps) {
    const line = `${kindWords[kind]}: ${because}${instead === undefined ? '' : ` Instead: ${instead}`}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines].map(([line, spots]) => `${String(spots)} × ${line}`);
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:\n${lines.map((line) => `  - ${line}`).join('\n')}`];
}
