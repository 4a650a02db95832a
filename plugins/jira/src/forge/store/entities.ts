/** The one entity of the app's storage: rows with a version, on which conditions are set. */
export const ROW = 'lethe-row';

/**
 * What the manifest has to declare under `app.storage.entities`. There is no index: whatever has to be found is reached by its
 * key, as queries in Forge may be behind. https://developer.atlassian.com/platform/forge/runtime-reference/custom-entities/
 */
export const storageEntities = [
  {
    name: ROW,
    attributes: {
      version: { type: 'string' },
      earlier: { type: 'any' },
      body: { type: 'any' },
    },
  },
] as const;
