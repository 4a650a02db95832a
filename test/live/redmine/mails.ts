import { ask } from '../shared/ask.ts';
import { rawMail } from '../shared/mail.ts';
import type { Mail } from '../shared/mail.ts';
import { runProgram } from '../shared/programs.ts';
import type { Access } from './rest.ts';

/** A mail to Redmine's address. */
type Arriving = Omit<Mail, 'to'>;

/** Where mails go in. */
export interface MailDoor extends Access {
  readonly mailKey: string;
  readonly project: string;
}

const client = '/usr/share/redmine/extra/mail_handler/rdm-mailhandler.rb';

/** Hands a mail to Redmine's endpoint, the way a mail server's script does. */
export async function postMail(door: MailDoor, mail: Arriving): Promise<void> {
  const form = new URLSearchParams({
    ...{
      key: door.mailKey,
      email: rawMail({ ...mail, to: 'support@helpdesk.test' }),
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
export async function pipeMail(door: MailDoor, mail: Arriving): Promise<void> {
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
    rawMail({ ...mail, to: 'support@helpdesk.test' }),
  );
}
