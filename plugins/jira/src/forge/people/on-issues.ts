import { z } from 'zod';
import { ask, ifThere } from '../../ask.ts';
import { Known } from '../../known.ts';
import type { Office } from '../ground/office.ts';

const account = z.object({ accountId: z.string().min(1), accountType: z.string().nullish() });
const issueSchema = z.object({ fields: z.record(z.string(), z.unknown()) });
const listSchema = z.array(account).catch([]);

/** Accounts on issues, each once: reporters before participants. And the issues the clicking user is not shown. */
export interface OnIssues {
  readonly accounts: readonly string[];
  readonly reporters: readonly string[];
  readonly unread: readonly string[];
}

/** Who is on some issues, read as whoever clicked, so that nobody learns of an issue they may not see. Throws `HostError`. */
export async function accountsOn({ outside }: Office, issues: readonly string[]): Promise<OnIssues> {
  const line = { port: outside.port, clock: outside.clock };
  const { participants } = await new Known(line).fields();
  const reporters: string[] = [];
  const others: string[] = [];
  const unread: string[] = [];
  for (const issue of issues) {
    const found = await ifThere(
      ask(
        line,
        {
          what: 'read who is on an issue',
          endpoint: 'GET /rest/api/3/issue/{issue}',
          params: { issue },
          query: { fields: ['reporter', ...(participants === undefined ? [] : [participants])].join(',') },
          as: 'user',
        },
        issueSchema,
      ),
      'not-permitted',
    );
    if (found === undefined) unread.push(issue);
    reporters.push(...peopleIn([found?.fields['reporter']]));
    others.push(...(participants === undefined ? [] : peopleIn(found?.fields[participants])));
  }
  return { accounts: [...new Set([...reporters, ...others])], reporters, unread };
}

/** Apps are nobody to look for. */
function peopleIn(value: unknown): readonly string[] {
  return listSchema
    .parse(value)
    .filter(({ accountType }) => accountType !== 'app')
    .map(({ accountId }) => accountId);
}
