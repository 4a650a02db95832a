import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Outside } from '../ground/outside.ts';

const grantedSchema = z.object({ globalPermissions: z.array(z.string()) });

/** Whether an account has the permission now, asked of Jira as the app: for work nobody is clicking at. Throws `HostError`. */
export async function mayAct({ port, clock, permission }: Outside, account: string): Promise<boolean> {
  const { globalPermissions } = await ask(
    { port, clock },
    {
      what: 'say whether whoever asked for this still may',
      endpoint: 'POST /rest/api/3/permissions/check',
      body: { accountId: account, globalPermissions: [permission], projectPermissions: [] },
    },
    grantedSchema,
  );
  return globalPermissions.includes(permission);
}
