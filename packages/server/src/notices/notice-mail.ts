import type { Language } from '@lethe/settings';
import type { DueNotice, NewNotice } from '@lethe/storage';
import { noticeWords } from './words/notice-words.ts';

/** A mail as it is handed to the mail server: the same at every try. */
export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
  /** Whoever is sent it twice can tell by this. */
  readonly messageId: string;
  readonly date: Date;
}

/** What a mail is written with. */
export interface Writing {
  readonly language: Language;
  /** Where browsers reach the server. */
  readonly origin: string;
  /** The domain it comes from. */
  readonly domain: string;
}

/** Where somebody sees what a mail is about. */
const pages: Readonly<Record<NewNotice['kind'], string>> = {
  'second-asked': '/approvals',
  'begins-soon': '/approvals',
  cancelled: '/approvals',
  'ended-with-gaps': '/runs',
  stopped: '/runs',
  'check-found': '/runs',
  returned: '/watch',
  test: '/settings/notices',
};

/** The mail of a notice: fixed words, ids, counts, times and links. */
export function mailOf({ id, kind, about, madeAt }: DueNotice, { language, origin, domain }: Writing): NoticeMail {
  const words = noticeWords[language];
  const { subject, text } = words.about[kind];
  const parts = { count: String(about.count), until: shownTime(about.until) };
  const more = about.count - about.runs.length;
  const lines = [
    ...[words.hello, '', filled(text, parts), ''],
    ...(about.hosts.length === 0 ? [] : [filled(words.hosts, { hosts: about.hosts.join(', ') })]),
    ...(about.runs.length === 0 ? [] : [words.runs, ...about.runs.map((run) => `  ${origin}/runs/${run}`)]),
    ...(about.runs.length === 0 || more <= 0 ? [] : [`  ${filled(words.more, { count: String(more) })}`]),
    ...[filled(words.where, { link: `${origin}${pages[kind]}` }), ''],
    filled(words.stop, { link: `${origin}/settings/notices` }),
  ];
  return {
    subject: filled(words.subject, { what: filled(subject, parts) }),
    text: `${lines.join('\n')}\n`,
    messageId: `<${id}@${domain}>`,
    date: madeAt,
  };
}

function filled(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => parts[name] ?? whole);
}

function shownTime(until: string | undefined): string {
  return until === undefined ? '–' : `${until.slice(0, 16).replace('T', ' ')} UTC`;
}
