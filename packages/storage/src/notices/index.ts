/** Mails to operators. */
export { noticeKinds } from './happenings.ts';
export type { Happening, NoticeKind } from './happenings.ts';
export type { Preferences, Recipient } from './addresses.ts';
export type { Deciding, Notices } from './notices.ts';
export type { DueNotice, NewNotice, NoticeAbout, OutboxCounts } from './outbox.ts';
