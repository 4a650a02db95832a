import { ask } from './ask.ts';
import { runProgram } from './inside.ts';
import type { Access } from './rest.ts';

/** A mail as it arrives. */
export interface Mail {
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  readonly body: string;
  readonly cc?: string;
  readonly attachment?: { readonly name: string; readonly content: string };
}

/** Where mails go in. */
export interface MailDoor extends Access {
  readonly mailKey: string;
  readonly project: string;
}

const client = '/usr/share/redmine/extra/mail_handler/rdm-mailhandler.rb';

/** Hands a mail to Redmine's endpoint, the way a mail server's script does. */
export async function postMail(door: MailDoor, mail: Mail): Promise<void> {
  const form = new URLSearchParams({
    ...{
      key: door.mailKey,
      email: rawMail(mail),
      unknown_user: 'accept',
      no_permission_check: '1',
      no_account_notice: '1',
    },
    'issue[project]': door.project,
    'issue[tracker]': 'Support',
  });
  const answer = await ask(`${door.url}/mail_handler`, { method: 'POST', body: form });
  if (answer.status !== 201) throw new Error(`seeding: /mail_handler answered ${answer.status}`);
}

/** Hands a mail to the client Redmine ships for the alias of a mail server. */
export async function pipeMail(door: MailDoor, mail: Mail): Promise<void> {
  const options = [
    '--unknown-user',
    'accept',
    '--no-permission-check',
    '--no-account-notice',
    '--project',
    door.project,
  ];
  await runProgram(
    ['ruby', client, '--url', door.url, '--key', door.mailKey, '--tracker', 'Support', ...options],
    rawMail(mail),
  );
}

/** The bytes of a mail, encoded as mail programs do: header words in base64, the body quoted-printable. */
export function rawMail(mail: Mail): string {
  const head = [
    `From: ${word(mail.fromName)} <${mail.from}>`,
    'To: support@helpdesk.test',
    ...(mail.cc === undefined ? [] : [`Cc: ${mail.cc}`]),
    `Subject: ${word(mail.subject)}`,
    `Message-ID: <${Buffer.from(mail.subject).toString('hex').slice(0, 24)}@customer.test>`,
    'Date: Mon, 02 Mar 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
  ];
  return mail.attachment === undefined
    ? [...head, ...textPart(mail.body)].join('\r\n')
    : [
        ...head,
        'Content-Type: multipart/mixed; boundary="cut"',
        '',
        '--cut',
        ...textPart(mail.body),
        '--cut',
        ...filePart(mail.attachment),
        '--cut--',
        '',
      ].join('\r\n');
}

function textPart(body: string): readonly string[] {
  return ['Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: quoted-printable', '', quoted(body)];
}

function filePart(file: { readonly name: string; readonly content: string }): readonly string[] {
  const content = Buffer.from(file.content).toString('base64');
  return [
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${word(file.name)}"`,
    '',
    content,
  ];
}

function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function quoted(text: string): string {
  const byte = (code: number): string => `=${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const line = (one: string): string =>
    [...Buffer.from(one)]
      .map((code) => (code >= 32 && code < 127 && code !== 61 ? String.fromCharCode(code) : byte(code)))
      .join('');
  return text
    .split('\n')
    .map((one) => line(one).replaceAll(/(.{70}[^=]{0,2})(?=.)/g, '$1=\r\n'))
    .join('\r\n');
}
