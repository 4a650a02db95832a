import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { generate } from 'selfsigned';
import { check } from './check/check.ts';
import { isError, type Complaint } from './check/complaint-keys.ts';
import { packageInZip } from './check/zip-package.ts';

/** Plays the address at which Zendesk checks packages, on this machine and with a certificate made for the occasion. */
export interface ValidateStub {
  readonly port: number;
  /** The certificate, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  close(): Promise<void>;
}

/** Starts the stub on a free port of 127.0.0.1. It answers 200, or 400 with what is wrong. */
export async function startValidateStub(): Promise<ValidateStub> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const server = createServer({ key, cert }, (request, response) => {
    void answerTo(request).then(({ status, body }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: portOf(server.address()),
    certificate: cert,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Verdict {
  readonly status: number;
  readonly body: object;
}

async function answerTo(request: IncomingMessage): Promise<Verdict> {
  if (request.method !== 'POST' || !/^\/api\/v2\/apps\/validate(?:\.json)?$/u.test(request.url ?? ''))
    return { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
  if (!/^Bearer ./u.test(request.headers.authorization ?? ''))
    return { status: 401, body: { error: "Couldn't authenticate you" } };
  try {
    return verdictOn(check(packageInZip(await uploadedZip(request))));
  } catch {
    return { status: 400, body: { error: 'RecordInvalid', description: 'The file is not a zip' } };
  }
}

function verdictOn(complaints: readonly Complaint[]): Verdict {
  const errors = complaints.filter(isError);
  if (errors.length === 0) return { status: 200, body: {} };
  const description = errors.map(({ key, about }) => `${key} (${about})`).join('; ');
  return { status: 400, body: { error: 'RecordInvalid', description } };
}

/** The one file of a multipart body. */
async function uploadedZip(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/u.exec(request.headers['content-type'] ?? '');
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.lastIndexOf(`\r\n--${boundary?.[1] ?? boundary?.[2] ?? ''}`));
}
