import { generateKeyPairSync, sign } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** A mail as a real mail server took it. */
export interface TakenMail {
  readonly to: readonly string[];
  /** With all its heads, as it came over the wire. */
  readonly raw: string;
  /** The same with long lines whole. */
  readonly whole: string;
}

/** A mail server on this machine, which keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  close(): Promise<void>;
}

/** Starts one; whoever does ends it. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH'], authOptional: true, logger: false, closeTimeout: 500 },
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          whole: raw.replaceAll('=\r\n', ''),
        });
        done();
      });
    },
    ...options,
  });
  // Whoever breaks off in the middle is a test's business.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken,
    close: async () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A certificate of its own for `localhost`, good for two days. */
export function ownCertificate(now: Date): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
  const named = tagged(0x0c, Buffer.from('localhost'));
  const name = sequence(tagged(0x31, sequence(Buffer.from('0603550403', 'hex'), named)));
  const time = (days: number): Buffer => {
    const moment = new Date(now.getTime() + days * 86_400_000).toISOString().replace(/[-:T]/g, '');
    return tagged(0x17, Buffer.from(`${moment.slice(2, 14)}Z`));
  };
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(tagged(2, Buffer.from([7])), algorithm, name, sequence(time(-1), time(1)), name, subjectKey);
  const signature = tagged(3, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const pem = sequence(body, algorithm, signature)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
