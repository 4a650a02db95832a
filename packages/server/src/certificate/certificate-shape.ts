import { certificateFileSchema, certificateLanguages, examined } from '@lethe/core/certificate';
import type { CertificateVerdict } from '@lethe/core/certificate';
import type { CertificateKey } from '@lethe/storage';
import { z } from 'zod';
import { hostName, id, moment } from '../api/shapes.ts';

/** A certificate's file. Its bytes are canonical JSON (RFC 8785) and one line feed: what reads it as JSON must not write it anew. */
export const certificateSchema = certificateFileSchema.meta({ id: 'CertificateFile' });

const edition = z.coerce.number().int().min(1).max(1_000_000).optional().describe('The newest, unless told.');

/** Which edition it is about. */
export const editionQuery = z.strictObject({ edition });

/** Which edition, and in which language it is read. */
export const pdfQuery = z.strictObject({ edition, language: z.enum(certificateLanguages).default('en') });

const keySchema = z.strictObject({
  id: z.string().describe('SHA-256 of the public key’s DER form.'),
  publicKey: z.string().describe('Ed25519, PEM.'),
  madeAt: moment,
  retiredAt: moment.optional().describe('Since then nothing is signed with it; what was stays good.'),
});

/** Public keys of the installation. */
export const keysSchema = z
  .strictObject({ installation: z.uuid(), keys: z.array(keySchema).readonly().describe('The one that signs first.') })
  .meta({ id: 'CertificateKeys' });

/** A key as it is answered. */
export function shownKey({ madeAt, retiredAt, ...key }: CertificateKey): z.infer<typeof keySchema> {
  const retired = retiredAt === undefined ? {} : { retiredAt: retiredAt.toISOString() };
  return { ...key, madeAt: madeAt.toISOString(), ...retired };
}

/** The secret for the person, once. */
export const receiptSchema = z.strictObject({
  secret: z.string().describe('Shown this once and kept nowhere: hand it to the person.'),
});

/** A file somebody wants verified. */
export const verifySchema = z.strictObject({
  file: z.string().min(1).max(200_000),
  receipt: z.string().min(1).max(100).optional().describe('The secret of the person. Kept in memory only.'),
});

/** What came of it. */
export const verdictSchema = z
  .strictObject({
    ok: z.boolean(),
    findings: z
      .array(
        z.strictObject({
          what: z.enum(examined),
          result: z.enum(['holds', 'fails', 'not-checked']),
          because: z.string().optional(),
        }),
      )
      .readonly(),
    later: z.int().optional().describe('Editions after this one.'),
    about: z.strictObject({ run: id, edition: z.int(), issued: moment, host: hostName }).optional(),
  })
  .meta({ id: 'CertificateVerdict' });

/** A verdict as it is answered. */
export function shownVerdict({ certificate, findings, ...rest }: CertificateVerdict): z.infer<typeof verdictSchema> {
  if (certificate === undefined) return { ...rest, findings };
  const { run, edition: number, issued, host } = certificate;
  return { ...rest, findings, about: { run, edition: number, issued, host: host.name } };
}
