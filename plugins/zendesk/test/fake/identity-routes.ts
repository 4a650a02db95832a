import { forbidden, invalid, notFound, objectIn } from './answer.ts';
import { indexUser } from './changing.ts';
import { pageOf } from './pages.ts';
import { identityTypes } from './records.ts';
import type { Identity, User } from './records.ts';
import { mayEditPeople } from './rights.ts';
import type { Route } from './route.ts';
import { identityShape } from './shapes.ts';
import { checkValue } from './user-changes.ts';
import type { Zendesk } from './zendesk.ts';

/** What a user is known by. */
export function identityRoutes(zendesk: Zendesk): Route[] {
  const identity = (user: string | undefined, id: string | undefined): Identity => {
    const found = zendesk.identities.find(Number(id));
    if (found?.user_id !== zendesk.user(user).id) throw notFound();
    return found;
  };
  const whom = (id: string | undefined, by: User): User => {
    const user = zendesk.user(id);
    if (!mayEditPeople(zendesk, by, user)) throw forbidden();
    return user;
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/identities$/,
      answer: ({ path, query }, [user]) => {
        const { rows, meta } = pageOf(zendesk.identitiesOf(zendesk.user(user).id), { zendesk, path, query });
        return { identities: rows.map((one) => identityShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/identities\/(\d+)$/,
      answer: (_, [user, id]) => ({ identity: identityShape(zendesk, identity(user, id)) }),
    },
    {
      method: 'POST',
      path: /^\/api\/v2\/users\/(\d+)\/identities$/,
      status: 201,
      answer: ({ body, user: by }, [user]) => ({
        identity: identityShape(zendesk, added(zendesk, whom(user, by), objectIn(body, 'identity'))),
      }),
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/users\/(\d+)\/identities\/(\d+)$/,
      answer: ({ body, user: by }, [user, id]) => {
        const of = whom(user, by);
        const after = changed(zendesk, identity(user, id), objectIn(body, 'identity'));
        indexUser(zendesk, of.id);
        return { identity: identityShape(zendesk, after) };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/users\/(\d+)\/identities\/(\d+)$/,
      answer: ({ user: by }, [user, id]) => {
        removed(zendesk, whom(user, by), identity(user, id));
      },
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/users\/(\d+)\/identities\/(\d+)\/make_primary$/,
      answer: ({ user: by }, [user, id]) => {
        const { type, id: chosen } = identity(user, id);
        const own = zendesk.identitiesOf(whom(user, by).id).filter((one) => one.type === type);
        for (const one of own) zendesk.identities.update(one.id, { primary: one.id === chosen });
        return { identities: zendesk.identitiesOf(Number(user)).map((one) => identityShape(zendesk, one)) };
      },
    },
  ];
}

function added(zendesk: Zendesk, whom: User, { type, value }: Readonly<Record<string, unknown>>): Identity {
  const known = identityTypes.find((one) => one === type);
  if (known === undefined || typeof value !== 'string' || value === '')
    throw invalid({ value: 'Value: cannot be blank' });
  checkValue(zendesk, whom.id, { type: known, value });
  const at = zendesk.now();
  const primary = !zendesk.identitiesOf(whom.id).some((one) => one.type === known);
  const id = zendesk.identities.nextId();
  const row = { id, user_id: whom.id, type: known, value, verified: false, primary, created_at: at, updated_at: at };
  zendesk.identities.put(row);
  indexUser(zendesk, whom.id);
  return row;
}

/** `primary` cannot be changed here, and is passed over without a word. */
function changed(
  zendesk: Zendesk,
  identity: Identity,
  { value, verified }: Readonly<Record<string, unknown>>,
): Identity {
  if (value !== undefined) {
    if (typeof value !== 'string' || value.trim() === '') throw invalid({ value: 'Value: cannot be blank' });
    checkValue(zendesk, identity.user_id, { type: identity.type, value });
  }
  return zendesk.identities.update(identity.id, {
    ...(typeof value === 'string' ? { value } : {}),
    ...(typeof verified === 'boolean' ? { verified } : {}),
    updated_at: zendesk.now(),
  });
}

/** The number on the user's sheet stays where a phone goes. */
function removed(zendesk: Zendesk, whom: User, identity: Identity): void {
  const addresses = zendesk.identitiesOf(whom.id).filter(({ type }) => type === 'email');
  const isLast = identity.type === 'email' && addresses.length === 1;
  if (identity.primary && identity.type === 'email' && (addresses.length > 1 || !zendesk.account.lastAddressDeletable))
    throw invalid({ base: isLast ? 'The last address cannot be deleted' : 'The primary address cannot be deleted' });
  zendesk.identities.delete(identity.id);
  indexUser(zendesk, whom.id);
}
