import type { Approval, ObstacleCode, PersonId } from '@lethe/core';

/** `open`: waits for a second person. `granted`: its run may be queued, or is. */
export type ApprovalState = 'open' | 'granted' | 'declined' | 'withdrawn' | 'expired';

/** An operator's word for one plan as the server keeps it; it is used for one run only. */
export interface AskedApproval {
  readonly id: string;
  readonly plan: string;
  readonly host: string;
  readonly person: PersonId;
  readonly approval: Approval;
  readonly steps: number;
  readonly state: ApprovalState;
  readonly needsSecond: boolean;
  readonly secondBy?: string;
  /** The run begins then at the earliest. */
  readonly notBefore?: Date;
  /** The run that came of it. */
  readonly run?: string;
  /** Whether its plan is still there: a newer review forgets it. */
  readonly current: boolean;
}

/** A request as the database has it. */
export interface ApprovalRow {
  readonly id: string;
  readonly plan: string;
  readonly host: string;
  readonly person: PersonId;
  readonly digest: string;
  readonly phrase: string;
  readonly acknowledged: readonly ObstacleCode[];
  readonly steps: number;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly not_before: Date | null;
  readonly needs_second: boolean;
  readonly second_by: string | null;
  readonly state: ApprovalState;
  readonly run: string | null;
  readonly current: boolean;
}

/** A stored request as others know it. */
export function askedApproval(row: ApprovalRow): AskedApproval {
  const { id, plan, host, person, digest, phrase: typed, acknowledged, steps, state, current } = row;
  return {
    ...{ id, plan, host, person, steps, state, current },
    approval: { digest, typed, by: row.asked_by, at: row.asked_at, acknowledged },
    needsSecond: row.needs_second,
    ...(row.second_by === null ? {} : { secondBy: row.second_by }),
    ...(row.not_before === null ? {} : { notBefore: row.not_before }),
    ...(row.run === null ? {} : { run: row.run }),
  };
}
