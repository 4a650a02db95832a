/**
 * API calls of whole runs on the hosts' stand-ins, over HTTP, beside the lower bounds the plugins' READMEs derive. Fails where a
 * goal is missed.
 *
 *   npm run bench:calls -- --json
 */
import { ashbyFigures } from './calls/ashby.ts';
import type { Figure } from './calls/figure.ts';
import { greenhouseFigures } from './calls/greenhouse.ts';
import { jiraFigures } from './calls/jira.ts';
import { leverFigures } from './calls/lever.ts';
import { redmineFigures } from './calls/redmine.ts';
import { requestTrackerFigures } from './calls/request-tracker.ts';
import { zendeskFigures } from './calls/zendesk.ts';

function lineOf({ what, figures, within }: Figure): string {
  const counted = Object.entries(figures).map(([name, calls]) => `${name} ${String(calls)}`);
  const goals = Object.entries(within).map(([goal, holds]) => `${holds ? 'holds' : 'MISSED'}: ${goal}`);
  return `${what}: ${[...counted, ...goals].join('; ')}`;
}

const figures = [
  ...(await redmineFigures()),
  ...(await requestTrackerFigures()),
  ...(await zendeskFigures()),
  ...(await jiraFigures()),
  ...(await leverFigures()),
  ...(await greenhouseFigures()),
  ...(await ashbyFigures()),
];
process.stdout.write(
  process.argv.includes('--json')
    ? `${JSON.stringify(figures, undefined, 2)}\n`
    : `${figures.map(lineOf).join('\n')}\n`,
);
process.exitCode = figures.every(({ within }) => Object.values(within).every(Boolean)) ? 0 : 1;
