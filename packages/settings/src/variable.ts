import { z } from 'zod';

/** Names an environment variable that holds a secret, never the secret itself. */
export const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'name an environment variable, not a secret');
