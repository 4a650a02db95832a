/** What a ledger entry may say: ids, codes, counts. There is no field for free text. */
export interface LedgerFact {
  readonly what:
    | 'plan-reviewed'
    | 'run-approved'
    | 'run-started'
    | 'run-resumed'
    | 'steps-settled'
    | 'run-ended'
    | 'rules-changed'
    | 'rights-changed'
    | 'verified-later';
  readonly run?: string;
  readonly host?: string;
  /** Digest of the plan or the rules it is about. */
  readonly digest?: string;
  readonly rules?: string;
  /** Who did it: an opaque id of an operator, never a name or an address. */
  readonly actor?: string;
  readonly state?: string;
  /** Counts by outcome or by kind. */
  readonly counts?: Readonly<Record<string, number>>;
}
