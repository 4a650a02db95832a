import type { PersonId, SpotKind, WatchedKind } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';

/** Where somebody who was erased is seen: in the account that was erased, in another of that host, or in another host. */
export type ReturnPlace = 'same-account' | 'same-host' | 'other-host';

/** An account that goes by something an erased person went by. */
export interface Hit {
  readonly person: PersonId;
  /** The run that erased them, or is at it. */
  readonly run: string;
  readonly place: ReturnPlace;
  /** What both go by. */
  readonly kinds: readonly WatchedKind[];
}

/** A mark of somebody who is looked at. */
interface Looked {
  readonly person: PersonId;
  readonly mark: string;
}

interface Match {
  readonly person: PersonId;
  readonly run: string;
  readonly kind: WatchedKind;
  readonly place: ReturnPlace;
  readonly open: boolean;
  /** With the account that was erased: kinds of spots the plan left as they were. */
  readonly left: readonly SpotKind[];
}

/** Where such an identifier stands in an account. */
const spotOfKind: Readonly<Record<WatchedKind, SpotKind>> = {
  addresses: 'person.email',
  phones: 'person.phone',
  logins: 'person.login',
  externalIds: 'person.field',
};

/** Marks that are kept, with the runs they are of. A run that was given up erased nobody. */
export async function matches(
  database: Database,
  { host, now, marks }: { readonly host: string; readonly now: Date; readonly marks: readonly Looked[] },
): Promise<readonly Match[]> {
  const { rows } = await sql<Match>`
    with seen as (
      select distinct m.person, s.run, s.kind, r.plan, r.open,
        case when r.host <> ${host} then 'other-host' when r.person <> m.person then 'same-host' else 'same-account' end as place
      from unnest(${marks.map(({ mark }) => mark)}::text[], ${marks.map(({ person }) => person)}::text[]) as m (mark, person)
      join lethe.suppression s on s.mark = m.mark and s.expires_at > ${now}
      join lethe.run r on r.id = s.run and r.state <> 'called-off')
    select person, run, kind, place, open, case when place <> 'same-account' then '{}' else array(
      select g ->> 'kind' from lethe.plan p, jsonb_array_elements(p.document -> 'gaps' || (p.document -> 'kept')) g
      where p.id = seen.plan and g ->> 'why' is distinct from 'already-clean' and g ->> 'kind' like 'person.%') end as left
    from seen order by person, run, kind`.execute(database);
  return rows;
}

/** The account of a run that is not over is no return, and neither is what the run's own plan left there. */
export function hitsIn(found: readonly Match[]): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const { person, run, kind, place, open, left } of found) {
    if (place === 'same-account' && (open || left.includes(spotOfKind[kind]))) continue;
    const known = hits.get(`${person} ${run}`);
    hits.set(`${person} ${run}`, { person, run, place, kinds: [...(known?.kinds ?? []), kind] });
  }
  return [...hits.values()];
}
