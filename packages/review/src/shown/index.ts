/** What screens make of a sheet and of a report before they show it: the same said once, with every place it is about. */
export { grouped } from './grouped.ts';
export { endGroups, endRows, keptCounts, leavesNothing } from './report-groups.ts';
export type { EndGroup, EndRow } from './report-groups.ts';
export { detailGroups, gapGroups, mentionsOf, sameTexts } from './sheet-groups.ts';
export type { DetailGroup, Gap, GapGroup, Mentions, SaidOnce } from './sheet-groups.ts';
