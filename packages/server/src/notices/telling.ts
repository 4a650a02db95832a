import { languages } from '@lethe/settings';
import type { Language, MailSettings } from '@lethe/settings';
import type { DueNotice } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { permissionsNow } from '../guarding/permissions.ts';
import { failureOf } from '../http/log.ts';
import { originOf } from '../http/origin.ts';
import type { Round } from '../operations/rounds.ts';
import { noticesOf } from './deciding.ts';
import { mailOf } from './notice-mail.ts';
import { postOf } from './post.ts';
import type { Post, PostDoors } from './post.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Nobody needs to know after so long. */
const GIVE_UP_AFTER = 72 * HOUR;
const KEEP = 30 * 24 * HOUR;
const AT_ONCE = 20;

/** What operators are told with. */
export type TellingGround = Pick<ServerGround, 'store' | 'settings' | 'clock' | 'log' | 'uuid' | 'secrets'>;

/** Puts mails about what happened into the outbox. */
export async function gatherNotices(ground: TellingGround): Promise<void> {
  const { notices } = ground.store;
  await notices.gather(async (happenings) => {
    const [recipients, permissions] = await Promise.all([notices.recipients(), permissionsNow(ground)]);
    return noticesOf(happenings, { recipients, permissions, uuid: () => ground.uuid() });
  });
  await notices.forgetSettled(new Date(ground.clock.now().getTime() - KEEP));
}

/** Sends what is due, until there is nothing or somebody ends it. */
export async function sendNotices(ground: TellingGround, post: Post, signal: AbortSignal): Promise<void> {
  const { mail } = ground.settings.server;
  if (mail === undefined) return;
  while (!signal.aborted) {
    const due = await ground.store.notices.takeDue(AT_ONCE);
    for (const notice of due) await sendOne({ ground, mail, post }, notice);
    if (due.length < AT_ONCE) return;
  }
}

/** What every process does for mails; nothing where no mail server is set. */
export function noticeRounds(ground: TellingGround, doors?: PostDoors): readonly Round[] {
  const { mail } = ground.settings.server;
  if (mail === undefined) return [];
  const gather: Round = { name: 'notices', everyMilliseconds: 20_000, turn: async () => gatherNotices(ground) };
  const send = async (signal: AbortSignal): Promise<void> => {
    const post = postOf(mail, (variable) => ground.secrets(variable), doors);
    await sendNotices(ground, post, signal).finally(() => post.close());
  };
  return [gather, { name: 'mails', everyMilliseconds: 5_000, turn: send }];
}

interface Sending {
  readonly ground: TellingGround;
  readonly mail: MailSettings;
  readonly post: Post;
}

/** One that fails holds up no other. */
async function sendOne({ ground, mail, post }: Sending, notice: DueNotice): Promise<void> {
  const { notices, signIn } = ground.store;
  const [preferences, operator] = await Promise.all([
    notices.preferencesOf(notice.operator),
    signIn.operatorNow(notice.operator),
  ]);
  const address = preferences?.address;
  if (operator === undefined || address === undefined || !isAllowed(address, mail))
    return notices.failed(notice.id, undefined);
  const language = languageOf(preferences?.language) ?? mail.language;
  const writing = { language, origin: originOf(ground.settings.server), domain: domainOf(mail.from) };
  try {
    await post.send(address, mailOf(notice, writing));
  } catch (error) {
    // Only which kind of failure it was: what a mail server says repeats the address.
    ground.log.warn(
      { id: notice.id, kind: notice.kind, count: notice.tries, failure: failureOf(error) },
      'mail not sent',
    );
    return notices.failed(notice.id, nextTry(notice, ground.clock.now()));
  }
  await notices.sent(notice.id);
}

/** After 1, 2, 4 … 60 minutes; nothing once it is too late to matter. */
function nextTry({ tries, madeAt }: DueNotice, now: Date): Date | undefined {
  if (now.getTime() - madeAt.getTime() > GIVE_UP_AFTER) return undefined;
  return new Date(now.getTime() + Math.min(HOUR, MINUTE * 2 ** Math.min(tries - 1, 10)));
}

/** Whether mails may go there by the settings. */
export function isAllowed(address: string, { domains }: MailSettings): boolean {
  return domains.length === 0 || domains.includes(domainOf(address));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function languageOf(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text);
}
