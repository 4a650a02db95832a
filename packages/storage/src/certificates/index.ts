/** Certificates of runs. */
export type { CertificateStorage } from './certificate-storage.ts';
export type { IssuedCertificate } from './editions.ts';
export type { CheckEnd, TakenCheck } from './later-checks.ts';
export type { CertificateKey } from './signing-keys.ts';
