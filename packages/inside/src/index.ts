/** What plugins share on their way through Lethe's part inside a host: the protocol, paging, batches, rows and their spots. */
export { applyInside } from './applying.ts';
export type { RowWriting } from './applying.ts';
export { caseRows } from './cases.ts';
export type { CaseTable } from './cases.ts';
export { digestOf, seenDigest, textOf, wordsIn } from './form.ts';
export { groupForInside, unknownSpot } from './grouping.ts';
export type { Homes } from './homes.ts';
export { insideSpots } from './listing.ts';
export type { RowReading } from './listing.ts';
export { InsidePart } from './part.ts';
export type { AskPart, PartCall, PartDoor } from './part.ts';
export type { Cell, CellReading, Change, InsideStatus, Quest, Trace } from './protocol.ts';
export { rereadInside } from './rereading.ts';
export type { RowRereading } from './rereading.ts';
export { rowSpotId, rowSpotOf } from './row-spot.ts';
export type { RowSpot } from './row-spot.ts';
export type { Column, Row } from './rows.ts';
export { lastDigits, streetBeginning, termsFor } from './terms.ts';
