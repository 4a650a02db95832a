/**
 * How well the finder does on annotated texts: any folder with `*.jsonl` files, whose lines are
 * `{id, text, subject, gold: [{s, e, text, derivable}], others: [{s, e, text}]}`, or traps `{id, subject, format, input, gone, keep}`.
 *
 *   npm run bench:text -- --data DIR [--json] [--verbose]
 */
import { parseArgs } from 'node:util';
import { type CaseFile, readCases } from './text/cases.ts';
import { type Score, scoreOf } from './text/score.ts';
import { failedTraps } from './text/traps.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean' }, verbose: { type: 'boolean' } },
});

function kindsOf({ byKind }: Score): Readonly<Record<string, string>> {
  const asked = Object.entries(byKind).filter(([, { found, right }]) => found.all + right.all > 0);
  return Object.fromEntries(
    asked.map(([kind, { found, right }]) => [kind, `mentions found ${found.share()}, findings right ${right.share()}`]),
  );
}

type Report = Readonly<Record<string, string | number | readonly string[]>>;

function reportOn({ name, spans, traps }: CaseFile): Report {
  if (traps.length > 0) {
    const failed = failedTraps(traps);
    const ids = failed.map(({ id }) => id);
    return { file: name, traps: traps.length, failed: ids, ...notes(failed.map(({ why }) => why)) };
  }
  const score = scoreOf(spans);
  return {
    file: name,
    cases: spans.length,
    'mention recall': score.mentions.share(),
    'of those missed, listed for review': score.missedButListed.share(),
    'character precision': score.characters.share(),
    'cases with a leak': score.clean.rest(),
    'mentions of others damaged': score.whole.rest(),
    'of those listed for review, the person': score.listed.share(),
    ...kindsOf(score),
    ...notes(score.notes),
  };
}

function notes(lines: readonly string[]): { readonly notes?: readonly string[] } {
  return values.verbose === true ? { notes: lines } : {};
}

function printed(report: Report): string {
  return Object.entries(report)
    .map(([what, value]) =>
      typeof value === 'object'
        ? `${what}:${value.map((line) => `\n    ${line}`).join('')}`
        : `${what}: ${String(value)}`,
    )
    .join('\n  ');
}

if (values.data === undefined) throw new Error('Say where the annotated texts are: npm run bench:text -- --data DIR');
const reports = readCases(values.data).map(reportOn);
process.stdout.write(
  values.json === true ? `${JSON.stringify(reports, undefined, 2)}\n` : `${reports.map(printed).join('\n')}\n`,
);
