import type { PersonId } from '@lethe/core';

import type { OperatorKind } from './identity.ts';

interface OperatorTable {
  readonly id: string;
  readonly kind: OperatorKind;
  readonly lookup: Buffer;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly password: string | null;
  readonly groups: readonly string[];
  readonly administrator: boolean;
  readonly created_at: Date;
  readonly signed_in_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
  /** With `host` alone: which account of which host. */
  readonly host: string | null;
  readonly account: PersonId | null;
}

interface SessionTable {
  readonly lookup: Buffer;
  readonly operator: string;
  readonly signed_in_at: Date;
  readonly used_at: Date;
  readonly ends_at: Date;
}

interface CodeTable {
  readonly lookup: Buffer;
  readonly kind: 'setup' | 'password';
  readonly operator: string | null;
  readonly expires_at: Date;
}

interface TryTable {
  readonly lookup: Buffer;
  readonly due_at: Date;
}

interface UsedTable {
  readonly lookup: Buffer;
  readonly expires_at: Date;
}

/** What a host signs with who comes in from its menu; the secret before it counts until a moment. */
interface HostEntryTable {
  readonly host: string;
  readonly origin: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly older_key_id: string | null;
  readonly older_sealed: Buffer | null;
  readonly older_until: Date | null;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** The tables of sign-in in the schema `lethe`. */
export interface SignInTables {
  readonly operator: OperatorTable;
  readonly session: SessionTable;
  readonly sign_in_code: CodeTable;
  readonly sign_in_try: TryTable;
  readonly sign_in_used: UsedTable;
  readonly host_entry: HostEntryTable;
}
