import { sandboxHost, profile } from '@lethe/sandbox';
import { z } from 'zod';
import type { HostKind } from './host-kind.ts';

/** The embedded help desk: nothing to install, for trying everything out. */
export const sandboxKind: HostKind = {
  kind: 'sandbox',
  profiles: [{ when: 'always', profile }],
  settings: z
    .strictObject({
      /** Where it keeps its files; made if it is missing. */
      folder: z.string().min(1).default('.lethe/sandbox'),
      /** Another seed makes another desk. */
      seed: z.string().min(1).default('lethe'),
    })
    .transform(({ folder, seed }) => ({
      where: folder,
      invented: true,
      open: async () => sandboxHost({ folder, seed }),
    })),
};
