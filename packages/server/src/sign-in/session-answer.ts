import { rights, rightsOf } from '@lethe/core';
import type { OpenSession } from '@lethe/storage';
import { z } from 'zod';
import { permissionsNow } from '../guarding/permissions.ts';
import type { ServerGround } from '../ground.ts';

const operatorSchema = z.strictObject({
  id: z.string().describe('Opaque.'),
  groups: z.array(z.string()).readonly(),
  administrator: z.boolean(),
  host: z.string().optional().describe('Came in from the menu of this host, and may do nothing at any other.'),
});

/** What a page is told about its session. */
export const sessionSchema = z
  .strictObject({
    token: z.string().describe('Goes into the header x-lethe-csrf of whatever changes something.'),
    setUp: z.boolean().describe('Whether there is an administrator.'),
    ways: z
      .array(z.enum(['password', 'open-id']))
      .readonly()
      .describe('How one can sign in here.'),
    operator: operatorSchema.optional().describe('Missing while nobody is signed in.'),
    rights: z.array(z.enum(rights)).readonly(),
    signedInAt: z.iso.datetime().optional(),
    endsAt: z.iso.datetime().optional(),
    freshUntil: z.iso.datetime().optional().describe('Approving asks for a new sign-in from then on.'),
  })
  .meta({ id: 'Session' });

/** The session as its page is told it. */
export type SessionAnswer = z.infer<typeof sessionSchema>;

/** How one can sign in here, by the settings. */
export function waysIn({ settings }: Pick<ServerGround, 'settings'>): readonly ('password' | 'open-id')[] {
  const { openId, passwords } = settings.server.signIn;
  const open = openId === undefined ? [] : (['open-id'] as const);
  return (passwords ?? openId === undefined) ? ['password', ...open] : open;
}

/** What to tell the page of this session, or of none. */
export async function sessionAnswer(
  ground: ServerGround,
  token: string,
  session: OpenSession | undefined,
): Promise<SessionAnswer> {
  const about = { token, setUp: await isSetUp(ground), ways: waysIn(ground) };
  if (session === undefined) return { ...about, rights: [] };
  const { signedInAt, endsAt } = session;
  const { from, ...actor } = session.operator;
  const operator = { ...actor, ...(from === undefined ? {} : { host: from.host }) };
  const freshUntil = new Date(signedInAt.getTime() + ground.settings.server.signIn.freshMinutes * 60_000);
  return {
    ...{ ...about, operator, rights: rightsOf(session.operator, await permissionsNow(ground)) },
    ...{ signedInAt: signedInAt.toISOString(), endsAt: endsAt.toISOString(), freshUntil: freshUntil.toISOString() },
  };
}

/** An installation whose administrators come from an OpenID provider needs no first one. */
export async function isSetUp({ settings, store }: ServerGround): Promise<boolean> {
  if (settings.server.signIn.openId?.administratorGroup !== undefined) return true;
  return store.signIn.isSetUp();
}
