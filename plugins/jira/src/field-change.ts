import { canonicalJson } from '@lethe/core';
import { documentOf, lineOf } from './form.ts';
import type { FieldCatalog } from './issue-fields.ts';
import { issueOf } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';

/** A field's new value on one issue. */
export interface Change {
  readonly issue: string;
  readonly field: string;
  readonly step: PlacedStep;
  readonly how: 'line' | 'document' | 'person' | 'people';
  /** What the field is to hold; empty is `null`. */
  readonly value: unknown;
  /** The same for changes that many issues can share; nothing where the issue keeps something of its own. */
  readonly shared?: string;
}

/** Changes by the issue they are on. */
export function byIssue(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const issues = new Map<string, Change[]>();
  for (const change of changes) issues.set(change.issue, [...(issues.get(change.issue) ?? []), change]);
  return issues;
}

interface Looking {
  readonly writing: Writing;
  readonly catalog: FieldCatalog;
}

/** What a step changes; nothing for one that is not about a field. */
export function changeFor(placed: PlacedStep, { writing, catalog }: Looking): readonly Change[] {
  const { place, step } = placed;
  const at = { issue: issueOf(placed), step: placed };
  switch (place.is) {
    case 'summary':
      return [textChange({ ...at, field: place.is, how: 'line' })];
    case 'description':
    case 'environment':
      return [textChange({ ...at, field: place.is, how: 'document' })];
    case 'field':
      return [textChange({ ...at, field: place.field, how: catalog.texts.get(place.field) ?? formOf(step) })];
    case 'picker':
      return [peopleChange({ ...at, field: place.field }, { writing, catalog })];
    default:
      return [];
  }
}

/** What a field takes that is not in the catalog any more. */
function formOf({ after }: PlacedStep['step']): 'line' | 'document' {
  return after?.form === 'adf' ? 'document' : 'line';
}

function textChange(change: Omit<Change, 'value' | 'shared' | 'how'> & { readonly how: 'line' | 'document' }): Change {
  const { step } = change.step;
  const value = change.how === 'line' ? fitted(lineOf(step)) : documentOf(step);
  const isEmpty = typeof value === 'string' ? value === '' : value.content.length === 0;
  const written = isEmpty ? null : value;
  if (step.verb === 'cut') return { ...change, value: written };
  return { ...change, value: written, shared: canonicalJson([change.field, written]) };
}

function peopleChange(at: Omit<Change, 'value' | 'shared' | 'how'>, { writing, catalog }: Looking): Change {
  const how = catalog.pickers.get(at.field) === 'one' ? 'person' : 'people';
  const isAlone = how === 'person' || writing.remembered.people(at.issue, at.field)?.length === 1;
  return { ...at, how, value: null, ...(isAlone ? { shared: canonicalJson([at.field, null]) } : {}) };
}

/** Characters a line of text may have. */
const LINE = 255;

/** A cut can make a line longer than Jira takes, as what is put in may be longer than what goes. */
function fitted(line: string): string {
  return line.length <= LINE ? line : line.slice(0, LINE).replace(/[\uD800-\uDBFF]$/, '');
}
