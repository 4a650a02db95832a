import { Refusal } from '../http/refusal.ts';

/** Settings of a host as they are written: which variables hold its keys is in every field that ends with `From`. */
export type HostSettings = Readonly<Record<string, unknown>>;

/** The names of the variables a host's settings read keys from. */
export function variablesIn(settings: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string' && name.endsWith('From')) found.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) look(one, inner);
  };
  look(settings, '');
  return found;
}

/** What is kept of a host, and what is given now. */
export interface Given {
  readonly settings: HostSettings;
  readonly keys: ReadonlyMap<string, string>;
  readonly kept: readonly string[];
  /** Whether it calls other addresses than before. */
  readonly moved: boolean;
}

/**
 * Refuses settings that read a key nobody gave, and keys no settings read. A host that moves is given its keys anew: else somebody
 * who may configure could have a key they never saw sent where they like.
 */
export function requireKeys({ settings, keys, kept, moved }: Given): void {
  const wanted = variablesIn(settings);
  const there = new Set([...keys.keys(), ...(moved ? [] : kept)]);
  if ([...wanted].some((variable) => !there.has(variable))) throw new Refusal('host-keys', { at: 'body.keys' });
  if ([...keys.keys()].some((variable) => !wanted.has(variable))) throw new Refusal('host-keys', { at: 'body.keys' });
}
