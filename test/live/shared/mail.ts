/** A mail as it arrives. */
export interface Mail {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly cc?: string;
  readonly attachment?: { readonly name: string; readonly content: string };
}

/** The bytes of a mail, encoded as mail programs do: header words in base64, the body quoted-printable. */
export function rawMail(mail: Mail): string {
  const head = [
    `From: ${word(mail.fromName)} <${mail.from}>`,
    `To: ${mail.to}`,
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
