import type { Dossier, Spot, SpotKind } from '@lethe/core';
import { keepsText } from './fields.ts';
import type { Known } from './known.ts';
import { spotAt } from '../place.ts';
import type { Issue, Journal, JournalDetail } from '../schema.ts';

/** Old and new texts in an issue's history. The REST API shows no numbers for them: they go by their note, what changed, and their order. */
export function historySpots(issue: Issue, dossier: Dossier, known: Known): readonly Spot[] {
  return (issue.journals ?? []).flatMap((journal) =>
    journal.details.flatMap((detail, at) => {
      const about = whatChanged(detail, known);
      return about === undefined ? [] : entrySpots(issue, { journal, detail, at, about, dossier });
    }),
  );
}

interface Entry {
  readonly journal: Journal;
  readonly detail: JournalDetail;
  /** A field of several values has one detail for each. */
  readonly at: number;
  readonly about: SpotKind;
  readonly dossier: Dossier;
}

function entrySpots(issue: Issue, { journal, detail, at, about, dossier }: Entry): readonly Spot[] {
  const texts = { old: detail.old_value, new: detail.new_value };
  return (['old', 'new'] as const)
    .filter((side) => !texts[side].isBlank)
    .map((side) => ({
      id: spotAt('issue', issue.id, `change:${journal.id}:${at}:${side}`),
      kind: 'dossier.history',
      label: `${side} value in change ${journal.id} of ${dossier.label}`,
      of: dossier,
      about,
      content: { form: 'plain', text: texts[side] },
    }));
}

/** Numbers of statuses and accounts are no texts. */
function whatChanged({ property, name }: JournalDetail, { fields }: Known): SpotKind | undefined {
  if (property === 'attachment') return 'attachment';
  if (property === 'cf') return keepsText(fields.get(Number(name))) ? 'dossier.field' : undefined;
  if (property !== 'attr') return undefined;
  if (name === 'subject') return 'dossier.title';
  return name === 'description' ? 'dossier.description' : undefined;
}
