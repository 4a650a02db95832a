import type { SpotKind } from '@lethe/core';

/** What a spot is a part of. */
export type Owner = 'person' | 'dossier' | 'message' | 'attachment';

/** Owners in the order in which they are shown. */
export const owners: readonly Owner[] = ['person', 'dossier', 'message', 'attachment'];

/** What spots of that kind are a part of. */
export function ownerOf(kind: SpotKind): Owner {
  return owners.find((owner) => kind === owner || kind.startsWith(`${owner}.`)) ?? 'dossier';
}
