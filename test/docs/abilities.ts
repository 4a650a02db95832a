import { kindWords, spotKinds } from '@lethe/core';
import type { Ability, HostProfile } from '@lethe/core';
import { hostKinds } from '@lethe/hosts';

const BEGIN = '<!-- abilities: made by npm run docs -->';
const END = '<!-- end of abilities -->';

/** The README with its table of hosts and abilities made anew from the profiles. */
export function withAbilities(readme: string): string {
  const [before, rest] = split(readme, BEGIN);
  const [, after] = split(rest, END);
  return `${before}${BEGIN}\n\n${abilitiesTable()}\n\n${END}${after}`;
}

function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`The README lacks the line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function abilitiesTable(): string {
  const columns = hostKinds.flatMap(({ profiles }) =>
    profiles.map(({ when, profile }) => ({
      heading: when === 'always' ? profile.name : `${profile.name}, ${when}`,
      profile,
    })),
  );
  const lines = spotKinds.map((kind) => [kindWords[kind], ...columns.map(({ profile }) => cellFor(profile, kind))]);
  const rows = [['', ...columns.map(({ heading }) => heading)], ['---', ...columns.map(() => '---')], ...lines];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellFor(profile: HostProfile, kind: (typeof spotKinds)[number]): string {
  const ability: Ability = profile.abilities[kind];
  if (ability.can === 'nothing') return `no: ${inCell(ability.because)}`;
  const remains = ability.remains === undefined ? '' : `; remains: ${inCell(ability.remains)}`;
  return `${ability.can.join(', ')}${ability.provable ? '' : ' (claimed, not shown)'}${remains}`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
