import type { SpotKind } from '../../host.ts';
import type { KeptReason } from '../../plan.ts';
import type { StepEnd } from '../../reporting/schema.ts';
import type { CheckTime } from '../check-times.ts';
import type { Certificate, LaterCheck } from '../schema.ts';

/** Languages a certificate can be read in. What is signed is the same in all of them. */
export const certificateLanguages = ['en', 'de', 'fr', 'es', 'sv'] as const;
/** One of the languages above. */
export type CertificateLanguage = (typeof certificateLanguages)[number];

/** What stands before a value. */
export type CertificateLabel =
  | 'run'
  | 'edition'
  | 'issued'
  | 'host'
  | 'covers'
  | 'reviewed'
  | 'approved'
  | 'started'
  | 'ended'
  | 'spots'
  | 'planned'
  | 'proven'
  | 'claimed'
  | 'ambiguous'
  | 'residue'
  | 'grown'
  | 'plan'
  | 'rules'
  | 'tallies'
  | 'replays'
  | 'installation'
  | 'ledgerMain'
  | 'ledgerEnded'
  | 'ledgerRun'
  | 'key'
  | 'file'
  | 'account'
  | 'receipt';

/** Everything a certificate is read with, in one language. `{}` stands for a number or a name. */
export interface CertificateWords {
  readonly title: string;
  readonly sections: Readonly<
    Record<'about' | 'when' | 'done' | 'left' | 'kept' | 'checks' | 'basis' | 'trust', string>
  >;
  readonly labels: Readonly<Record<CertificateLabel, string>>;
  readonly states: Readonly<Record<Certificate['state'], string>>;
  readonly covers: Readonly<Record<Certificate['covers'], string>>;
  readonly kinds: Readonly<Record<SpotKind, string>>;
  readonly ends: Readonly<Record<StepEnd, string>>;
  readonly kept: Readonly<Record<KeptReason, string>>;
  readonly times: Readonly<Record<CheckTime, string>>;
  readonly results: Readonly<Record<LaterCheck['result'], string>>;
  readonly troubles: Readonly<Record<NonNullable<LaterCheck['trouble']>, string>>;
  /** `{proven}` of `{planned}`. */
  readonly share: string;
  readonly stays: string;
  readonly unreached: string;
  readonly nothing: string;
  readonly none: string;
  readonly reread: string;
  readonly unchecked: string;
  readonly due: string;
  readonly tallies: string;
  readonly position: string;
  /** What it proves, and what it does not. */
  readonly proves: readonly string[];
}
