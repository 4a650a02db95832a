import { certificateWords, verifyCertificate } from '@lethe/core/certificate';
import type { Actor } from '@lethe/core';
import type { IssuedCertificate } from '@lethe/storage';
import { z } from 'zod';
import { API, byId } from '../api/shapes.ts';
import type { Work } from '../api/work.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { seenRun } from '../work/running.ts';
import { rightsNow } from '../work/seen.ts';
import {
  certificateSchema,
  editionQuery,
  keysSchema,
  pdfQuery,
  receiptSchema,
  shownKey,
  shownVerdict,
  verdictSchema,
  verifySchema,
} from './certificate-shape.ts';
import { certificatePdf } from './pdf/certificate-pdf.ts';
import { verifyingKey } from './verifying-keys.ts';

const tags = ['certificates'];
const preview = { needs: 'preview' } as const;

/** Certificates: to file away, to hand out, to verify. */
export function certificateRoutes(app: App, work: Work): void {
  fileRoutes(app, work);
  keyRoute(app, work);
  receiptRoute(app, work);
  verifyRoute(app, work);
}

function fileRoutes(app: App, work: Work): void {
  const json = {
    ...{ summary: 'The certificate of a run, signed', tags, params: byId, querystring: editionQuery },
    response: { 200: certificateSchema },
  };
  app.get(`${API}/runs/:id/certificate`, { config: preview, schema: json }, async (request, reply) => {
    const issued = await editionOf(work, signedIn(request.operator), { ...request.params, ...request.query });
    const { file, certificate } = issued;
    const name = `attachment; filename="${nameOf(issued)}.json"`;
    // The bytes are what is signed: they are sent as they were stored.
    void reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', name)
      .serializer(() => file);
    return reply.send({ certificate, signature: signatureIn(file) });
  });
  const pdf = {
    ...{ summary: 'The same to be read and printed', tags, params: byId, querystring: pdfQuery },
    produces: ['application/pdf'],
    response: { 200: z.unknown().describe('A PDF.') },
  };
  app.get(`${API}/runs/:id/certificate.pdf`, { config: preview, schema: pdf }, async (request, reply) => {
    const { edition, language } = request.query;
    const issued = await editionOf(work, signedIn(request.operator), { ...request.params, edition });
    const bytes = await certificatePdf(issued, { language, words: certificateWords[language] });
    const name = `attachment; filename="${nameOf(issued)}-${language}.pdf"`;
    return reply.type('application/pdf').header('content-disposition', name).send(bytes);
  });
}

interface Wanted {
  readonly id: string;
  readonly edition?: number | undefined;
}

async function editionOf(work: Work, operator: Actor, { id, edition }: Wanted): Promise<IssuedCertificate> {
  const { run } = await seenRun(work, operator, id);
  const found = await work.ground.store.certificates.edition(run.id, edition);
  if (found === undefined) throw new Refusal('no-certificate');
  return found;
}

function nameOf({ run, edition }: IssuedCertificate): string {
  return `certificate-${run}-${String(edition)}`;
}

function signatureIn(file: string): string {
  return certificateSchema.parse(JSON.parse(file)).signature;
}

function keyRoute(app: App, { ground }: Work): void {
  const schema = { summary: 'What certificates are verified with', tags, response: { 200: keysSchema } };
  // Whoever was handed a certificate has no account here, and the key is public by its nature.
  app.get(`${API}/certificate-key`, { config: { needs: 'nobody' }, schema }, async () => ({
    installation: await ground.store.installation(),
    keys: (await ground.store.certificates.keys()).map(shownKey),
  }));
}

function receiptRoute(app: App, work: Work): void {
  const schema = {
    ...{ summary: 'The secret that links the certificate to its person: made once, kept nowhere', tags, params: byId },
    response: { 201: receiptSchema },
  };
  app.post(`${API}/runs/:id/receipt`, { config: { needs: 'run' }, schema }, async (request, reply) => {
    const operator = signedIn(request.operator);
    const { run } = await seenRun(work, operator, request.params.id);
    const secret = await work.ground.store.certificates.makeReceipt(run.id, operator.id);
    if (secret === undefined) throw new Refusal('receipt-made');
    return reply.code(201).send({ secret });
  });
}

function verifyRoute(app: App, { ground, desks }: Work): void {
  const schema = {
    ...{ summary: 'Whether a file is a certificate of this installation', tags, body: verifySchema },
    response: { 200: verdictSchema },
  };
  app.post(`${API}/certificates/verify`, { config: preview, schema }, async (request) => {
    const { file, receipt } = request.body;
    const { store } = ground;
    const keys = (await store.certificates.keys()).map(({ publicKey }) => verifyingKey(publicKey));
    // Following the ledger is for those who read it.
    const reads = (await rightsNow(desks, signedIn(request.operator))).includes('read-ledger');
    const verdict = await verifyCertificate(Buffer.from(file), {
      keys,
      ...(reads ? { ledger: store.ledger() } : {}),
      ...(receipt === undefined ? {} : { receipt }),
    });
    return shownVerdict(verdict);
  });
}
