/** Runs on Jira's fake: the worked examples of the bound that plugins/jira/README.md derives. A review is not counted. */
import { counted, examples, seeded, sizesOf } from '../../../plugins/jira/test/counted-run.ts';
import type { Example } from '../../../plugins/jira/test/counted-run.ts';
import { changelogPages, fewestCalls, fewestPoints, mostProving } from '../../../plugins/jira/test/fewest-calls.ts';
import type { Figure } from './figure.ts';

/** Each example, with rights, history and proof counted apart, as the bound leaves them out. */
export async function jiraFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [example] of examples) figures.push(await measured(example));
  return figures;
}

async function measured(example: Example): Promise<Figure> {
  const { seed, account } = seeded(example);
  const run = await counted(seed, account);
  const sizes = sizesOf(example);
  const fewest = fewestCalls(sizes);
  return {
    what: `Jira, ${nameOf(example)}`,
    figures: {
      'without what comes on top': run.counted.calls,
      'lower bound': fewest,
      rights: run.preflight.calls,
      history: run.changelog.calls,
      proof: run.proving.calls,
      points: run.counted.points,
      'lower bound of points': fewestPoints(sizes),
    },
    within: {
      'lower bound + 3': run.counted.calls <= fewest + 3,
      'one look at rights': run.preflight.calls <= 1,
      'one reading of the history': run.changelog.calls <= changelogPages(sizes),
      'one proof': run.proving.calls <= mostProving(sizes),
    },
  };
}

function nameOf({ issues, comments, files, lists }: Example): string {
  return `${String(issues)} issues, ${String(comments)} comments, ${String(files)} files, ${String(lists)} lists with others`;
}
