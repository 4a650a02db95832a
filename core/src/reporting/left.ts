import { residueLines } from './found.ts';
import type { Report } from './schema.ts';
import { markdownTable, shown } from './table.ts';
import { endWords, kindWords, verbWords } from './words.ts';

/** The chapter on everything that is or may be left of the person, with why and what a person can do about it. */
export function leftPart(report: Report): readonly string[] {
  const parts = [
    gaps(report),
    byHand(report),
    notProven(report),
    grown(report),
    residue(report),
    remains(report),
    unreached(report),
  ];
  const some = parts.filter(([, body]) => body !== '').flatMap(([title, body]) => [`### ${title}`, body]);
  return ['## What is left', ...(some.length === 0 ? ['Nothing that was found.'] : some), later(report)];
}

/** The host goes on while a run is under way: what comes in then is read by nobody. */
function later({ times: { started } }: Report): string {
  return `What came in after ${started} was not looked at: look again when it may have mattered.`;
}

type Part = readonly [title: string, body: string];

/** A paragraph for gaps of one kind that have the same reason; each gap is named. */
function gaps({ gaps: all }: Report): Part {
  const same = new Map<string, Gap[]>();
  for (const gap of all) {
    const reason = JSON.stringify([gap.kind, gap.because, gap.instead, gap.source]);
    const others = same.get(reason);
    if (others === undefined) same.set(reason, [gap]);
    else others.push(gap);
  }
  return ['What the host cannot do', [...same.values()].map(paragraph).join('\n\n')];
}

/** Named as long as a step of it is open: whoever reads this may be who has to do it. */
function byHand({ asks, notProven: all }: Report): Part {
  if (!all.some(({ verb }) => verb === 'ask')) return ['', ''];
  const lines = asks.map(({ says, link }) => `- ${shown(says)}${link === undefined ? '' : ` ${shown(link)}`}`);
  return ['What somebody has to do in the host', lines.join('\n')];
}

type Gap = Report['gaps'][number];

function paragraph(same: readonly Gap[]): string {
  const lines = same
    .slice(0, 1)
    .flatMap(({ kind, because, instead, source }) => [
      `**${kindWords[kind]}** (${String(same.length)})`,
      `- because: ${shown(because)}`,
      ...(instead === undefined ? [] : [`- instead: ${shown(instead)}`]),
      `- source: ${shown(source)}`,
    ]);
  return [...lines, `- where: ${same.map(({ label }) => shown(label)).join('; ')}`].join('\n');
}

function notProven({ notProven: all }: Report): Part {
  const rows = all.map(({ label, kind, verb, end, code, remedy }) => [
    label,
    kindWords[kind],
    verbWords[verb],
    code === undefined ? endWords[end] : `${endWords[end]} (${code})`,
    remedy ?? '',
  ]);
  return ['Steps not seen to have worked', markdownTable(['where', 'what', 'step', 'how it ended', 'remedy'], rows)];
}

function grown({ grown: spots }: Report): Part {
  if (spots.length === 0) return ['', ''];
  const names = spots.map(shown).join(', ');
  return ['Came up after the review', `A new plan for the person covers these: ${names}.`];
}

function residue(report: Report): Part {
  return ['What to look at in texts that were cut', residueLines(report)];
}

function remains({ remains: all }: Report): Part {
  const rows = all.map(({ kind, where, steps }) => [kindWords[kind], where, steps]);
  return ['Where old text stays readable', markdownTable(['after a step on', 'stays readable', 'steps'], rows)];
}

function unreached({ unreached: all }: Report): Part {
  const lines = all.map(({ because }) => `- ${shown(because)}`);
  return ['Where nobody could look', lines.join('\n')];
}
