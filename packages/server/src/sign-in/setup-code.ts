import type { ServerGround } from '../ground.ts';
import { originOf } from '../http/origin.ts';
import { waysIn } from './session-answer.ts';

/** What whoever starts the server is told once: shown on a terminal, never logged. */
interface SetupCode {
  readonly code: string;
  /** The page to type it into. */
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * A new code for the first administrator, made whenever the server starts without one; the code before is good no longer. Nothing
 * once it was used, and where accounts with passwords are closed.
 */
export async function setupCode(ground: ServerGround): Promise<SetupCode | undefined> {
  const { settings, clock, store } = ground;
  if (!waysIn(ground).includes('password')) return undefined;
  const expiresAt = new Date(clock.now().getTime() + settings.server.signIn.codeHours * 3_600_000);
  const code = await store.signIn.setupCode(expiresAt);
  return code === undefined ? undefined : { code, url: `${originOf(settings.server)}/setup`, expiresAt };
}
