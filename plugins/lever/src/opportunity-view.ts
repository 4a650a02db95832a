import type { Dossier, Spot } from '@lethe/core';
import type { Filed, Row } from './api.ts';
import type { LeverOptions } from './options.ts';
import { labelOf } from './dossier.ts';
import { opportunitySpot } from './place.ts';
import type { OpportunityPart } from './place.ts';
import type { Opportunity } from './schema.ts';

/** What was read of what is filed under an opportunity; a list nobody asked for is empty. */
export type Lists = { readonly [Part in Filed]: readonly Row<Part>[] };

/** An opportunity as it was read, with what was read beside it. */
export interface OpportunityView {
  readonly opportunity: Opportunity;
  readonly dossier: Dossier;
  readonly lists: Lists;
  readonly options: LeverOptions;
}

/** What is different from spot to spot. */
export type Cell = Pick<Spot, 'kind' | 'content'> & {
  readonly part: OpportunityPart;
  readonly which?: string;
  /** For people: "name of the application". */
  readonly label: string;
} & Partial<Pick<Spot, 'of' | 'ability' | 'holder'>>;

/** A spot of an opportunity; of the opportunity itself if not said otherwise. */
export function spotIn({ opportunity, dossier }: OpportunityView, cell: Cell): Spot {
  const { part, which, label, ...rest } = cell;
  return {
    of: dossier,
    ...rest,
    id: opportunitySpot(opportunity.id, part, which),
    label: `${label} of ${labelOf(opportunity)}`,
    ...(dossier.location === undefined ? {} : { location: dossier.location }),
  };
}

/** The opportunity's page in Lever, unless it is none we would send somebody to. */
export function pageOf({ urls }: Opportunity): string | undefined {
  const address = urls?.show ?? '';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '') return undefined;
  return /^\/[\w/-]*$/.test(url.pathname) ? `${url.origin}${url.pathname}` : undefined;
}
