import { SettingsError } from '@lethe/settings';
import type { MailSettings } from '@lethe/settings';
import { createTransport } from 'nodemailer';
import type { ServerGround } from '../ground.ts';
import type { NoticeMail } from './notice-mail.ts';

/** Hands mails to a mail server. */
export interface Post {
  /** Throws where it was not taken; whether it was is not known after some failures. */
  send(to: string, mail: NoticeMail): Promise<void>;
  close(): void;
}

/** How a mail server is reached in tests: one whose certificate nobody else vouches for. */
export interface PostDoors {
  readonly ca?: string;
}

const LONGEST = 20_000;

/** The mail server of the settings. Throws `SettingsError` where a variable with a secret is not set. */
export function postOf(mail: MailSettings, secrets: ServerGround['secrets'], { ca }: PostDoors = {}): Post {
  const { host, port, tls, from, userFrom, passwordFrom } = mail;
  const transport = createTransport({
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(userFrom === undefined || passwordFrom === undefined
      ? {}
      : { auth: { user: secretOf(secrets, userFrom), pass: secretOf(secrets, passwordFrom) } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...{ connectionTimeout: LONGEST, greetingTimeout: LONGEST, socketTimeout: LONGEST },
    // What is sent is text of ours: nothing is read from a file or fetched for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  return {
    send: async (to, { subject, text, messageId, date }) => {
      const addressed = { from: { name: 'Lethe', address: from }, to: { name: '', address: to } };
      await transport.sendMail({ ...addressed, subject, text, messageId, date, headers });
    },
    close: () => transport.close(),
  };
}

function secretOf(secrets: ServerGround['secrets'], variable: string): string {
  const secret = secrets(variable);
  if (secret !== undefined) return secret;
  throw new SettingsError(`The environment variable ${variable} is not set.`, 'Set it for the mail server.');
}
