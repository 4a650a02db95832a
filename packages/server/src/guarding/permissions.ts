import { permissionsSchema } from '@lethe/core';
import type { Permissions } from '@lethe/core';
import type { ServerGround } from '../ground.ts';

/** Who may do what by now: as it was changed last over the API, else as the settings file says. Asked anew each time. */
export async function permissionsNow({
  store,
  settings,
}: Pick<ServerGround, 'store' | 'settings'>): Promise<Permissions> {
  const changed = await store.settings.read({ name: 'permissions', schema: permissionsSchema });
  return changed?.document ?? settings.permissions;
}
