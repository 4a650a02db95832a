import type { Dossier } from '@lethe/core';
import type { AshbyOptions } from './options.ts';
import type { Application, Candidate, ClientInfo, FieldValue, Feedback, Note, Offer } from './schema.ts';

/** How a field of the organization is emptied: as a text, not at all, or it is an entry of a list that reports count by. */
export type FieldSort = 'text' | 'chosen' | 'never-empty';

/** What the organization's fields are. */
export interface Reading {
  readonly options: AshbyOptions;
  sortOf(field: Pick<FieldValue, 'id'>): FieldSort;
}

/** A candidate as it was read, with what is filed under no application. */
export interface CandidateView extends Reading {
  readonly candidate: Candidate;
  readonly notes: readonly Note[];
  readonly clients: readonly ClientInfo[];
  readonly sheet: Dossier;
}

/** An application as it was read, with what is filed under it. */
export interface ApplicationView extends Reading {
  readonly application: Application;
  readonly feedback: readonly Feedback[];
  readonly offers: readonly Offer[];
  readonly dossier: Dossier;
}
