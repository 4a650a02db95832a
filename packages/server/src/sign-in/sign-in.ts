import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import { Sessions } from '../session/sessions.ts';
import { Provider } from './open-id/provider.ts';
import { Passwords } from './passwords.ts';
import { waysIn } from './session-answer.ts';

/** What the routes of sign-in share. */
export interface SignIn {
  readonly ground: ServerGround;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly provider: Provider | undefined;
  /** Throws `Refusal` where the settings close this way in. */
  readonly requireWay: (way: 'password' | 'open-id') => void;
}

/** Sign-in as the settings want it. */
export function signInOn(ground: ServerGround): SignIn {
  const { openId } = ground.settings.server.signIn;
  return {
    ground,
    sessions: new Sessions(ground),
    passwords: new Passwords(),
    provider: openId === undefined ? undefined : new Provider(openId, ground),
    requireWay: (way) => {
      if (!waysIn(ground).includes(way)) throw new Refusal('closed');
    },
  };
}
