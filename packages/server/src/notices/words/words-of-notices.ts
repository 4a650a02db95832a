import type { NewNotice } from '@lethe/storage';

/** What mails say in one language. What stands in braces is a count, a time, a host's name or a link, and nothing else ever is. */
export interface NoticeWords {
  readonly subject: string;
  readonly hello: string;
  readonly more: string;
  readonly hosts: string;
  readonly runs: string;
  readonly where: string;
  readonly stop: string;
  readonly about: Readonly<Record<NewNotice['kind'], { readonly subject: string; readonly text: string }>>;
}
