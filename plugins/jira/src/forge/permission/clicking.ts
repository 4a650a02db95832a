import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Outside } from '../ground/outside.ts';
import type { Standing } from '../protocol.ts';

const permissionsSchema = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** What whoever clicked may do, asked of Jira as that user. Throws `HostError`; what Jira does not say is not allowed. */
export async function standingOf({ port, clock, permission }: Outside): Promise<Standing> {
  const { permissions } = await ask(
    { port, clock },
    {
      what: 'say what you may do',
      endpoint: 'GET /rest/api/3/mypermissions',
      query: { permissions: `${permission},ADMINISTER` },
      as: 'user',
    },
    permissionsSchema,
  );
  const has = (key: string): boolean => permissions[key]?.havePermission === true;
  return { mayAnonymize: has(permission), mayConfigure: has('ADMINISTER') };
}
