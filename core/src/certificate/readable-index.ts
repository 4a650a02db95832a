/** Another door of core: a certificate as it is read, for screens. Loads no schema. */
export type { Certificate } from './schema.ts';
export { readableCertificate } from './readable.ts';
export type { ReadableCertificate, ReadableSection } from './readable.ts';
export type { Line } from './readable-line.ts';
export { certificateWords } from './words/all.ts';
