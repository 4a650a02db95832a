import type { Spot } from '@lethe/core';
import type { NamedIssue } from './api.ts';
import { dossierIdOf } from './ids.ts';
import { spotAt } from './place.ts';
import { notShown } from './restrictions.ts';

/** An issue the app is not shown: all that is known of it is its key, and that somebody has to look. */
export function unseenSpot({ id, key }: NamedIssue): Spot {
  const label = `issue ${key ?? id}`;
  return {
    id: spotAt({ is: 'unseen', issue: id }),
    kind: 'dossier.description',
    label: `all of ${label}`,
    of: {
      ...{ type: 'dossier', id: dossierIdOf(id), label, state: 'open' },
      ...{ openedBy: 'unknown', openedVia: 'unknown', tallies: {} },
    },
    content: { form: 'hidden' },
    ability: notShown,
  };
}
