/** Third door of core: certificates, what they say, how they are written and verified. Runs in a browser, too. */
export { checkDue, checkTimes } from './check-times.ts';
export type { CheckTime } from './check-times.ts';
export { accountCommitment, isReceiptSecret, receiptBytes, receiptCommitment, receiptSecret } from './commitments.ts';
export type { CommittedAccount, CommittedRun } from './commitments.ts';
export { certificateOf, tallied } from './contents.ts';
export type { Issuing } from './contents.ts';
export { certificateFile, fileDigest, readCertificate, signedBytes } from './file.ts';
export type { FileFault, ReadFile } from './file.ts';
export { certificateFileSchema, laterCheckSchema } from './schema.ts';
export type { Certificate, LaterCheck } from './schema.ts';
export { examined, verifyCertificate } from './verify.ts';
export type { CertificateVerdict, Examined, Finding, VerdictReason, VerifyingKey, VerifyingWith } from './verify.ts';
export { readableCertificate } from './readable.ts';
export type { ReadableSection } from './readable.ts';
export type { Line } from './readable-line.ts';
export { certificateWords } from './words/all.ts';
export { certificateLanguages } from './words/certificate-words.ts';
export type { CertificateLanguage, CertificateWords } from './words/certificate-words.ts';
