import type { Actor } from '@lethe/core';

import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import { arrive, passwordFor, passwordOf, type Arrival } from './arriving.ts';
import * as codes from './codes.ts';
import type { Chosen } from './codes.ts';
import { localIdentity, lookupOf, openIdentity, sealIdentity } from './identity.ts';
import { actorsNow, allOperators, give, restore, revoke } from './operators.ts';
import type { Given, NamedOperator, SignInDesk } from './operators.ts';
import { beginSession, endSession, endSessions, OpenSessions, type Beginning, type OpenSession } from './sessions.ts';
import { countTry, forgetTries, giveBackTry, useOnce, type TryLimit } from './tries.ts';

/** Who works the server, and what proves it. What is personal is sealed; what is secret is a hash. */
export interface SignInStorage {
  /** Whoever has this id, with the groups they have now; nobody once they were revoked. Asked again before every run and its calls. */
  operatorNow(id: string): Promise<Actor | undefined>;
  operators(): Promise<readonly NamedOperator[]>;
  /** Gives a local account other groups. */
  give(id: string, change: Given & { readonly by: string }): Promise<void>;
  revoke(id: string, by: string): Promise<void>;
  restore(id: string, by: string): Promise<void>;

  /** Somebody an OpenID provider vouches for signs in; nobody, if they were revoked. */
  arrive(arrival: Arrival): Promise<Actor | undefined>;
  /** Whose name it is here, and the hash of their password. */
  passwordFor(login: string): Promise<{ readonly id: string; readonly password: string } | undefined>;
  passwordOf(id: string): Promise<string | undefined>;
  changePassword(id: string, password: string): Promise<void>;

  isSetUp(): Promise<boolean>;
  setupCode(expiresAt: Date): Promise<string | undefined>;
  setUp(code: string, chosen: Chosen): Promise<string | undefined>;
  invite(
    made: Given & { readonly login: string; readonly by: string; readonly expiresAt: Date },
  ): Promise<{ readonly id: string; readonly code: string }>;
  passwordCode(id: string, expiresAt: Date): Promise<string>;
  codeIsGood(code: string, kind: 'setup' | 'password'): Promise<boolean>;
  usePasswordCode(code: string, password: string): Promise<string | undefined>;

  beginSession(beginning: Beginning): Promise<string | undefined>;
  /** The session of a browser, and that it is used now. */
  session(secret: string, idleMilliseconds: number): Promise<OpenSession | undefined>;
  /** Whether it is open; to look is not to use it. */
  sessionIsOpen(secret: string, idleMilliseconds: number): Promise<boolean>;
  endSession(secret: string): Promise<void>;
  endSessions(operator: string): Promise<void>;

  countTry(limit: TryLimit): Promise<number>;
  giveBackTry(limit: TryLimit): Promise<void>;
  forgetTries(of: TryLimit['of']): Promise<void>;
  useOnce(text: string, expiresAt: Date): Promise<boolean>;
  /** A text only this installation can open, for that purpose: what a browser carries between two requests of a sign-in. */
  sealed(text: string, purpose: string): Promise<string>;
  /** What was sealed for the purpose; nothing when it was changed, cut, or sealed for another or under a key that is gone. */
  unsealed(sealed: string, purpose: string): Promise<string | undefined>;
}

/** Sign-in on an open database. */
export function signInStorageOn(desk: SignInDesk): SignInStorage {
  const [actors, sessions] = [actorsNow(desk), new OpenSessions(desk)];
  return {
    operatorNow: async (id) => actors.ask(id),
    operators: async () => allOperators(desk),
    give: async (id, change) => give(desk, id, change),
    revoke: async (id, by) => revoke(desk, id, by),
    restore: async (id, by) => restore(desk, id, by),
    arrive: async (arrival) => arrive(desk, arrival),
    passwordFor: async (login) => passwordFor(desk, localIdentity(login)),
    passwordOf: async (id) => passwordOf(desk, id),
    ...codesOn(desk),
    beginSession: async (beginning) => beginSession(desk, beginning),
    session: async (secret, idle) => sessions.use(secret, idle),
    sessionIsOpen: async (secret, idle) => (await sessions.find(secret, idle)) !== undefined,
    endSession: async (secret) => endSession(desk, secret),
    endSessions: async (operator) => endSessions(desk, operator),
    countTry: async (limit) => countTry(desk, limit),
    giveBackTry: async (limit) => giveBackTry(desk, limit),
    forgetTries: async (of) => forgetTries(desk, of),
    useOnce: async (text, expiresAt) => useOnce(desk, text, expiresAt),
    sealed: async (text, purpose) => sealedFor(purpose, text, await desk.keys()),
    unsealed: async (text, purpose) => unsealedFor(purpose, text, await desk.keys()),
  };
}

type Codes = Pick<
  SignInStorage,
  'changePassword' | 'isSetUp' | 'setupCode' | 'setUp' | 'invite' | 'passwordCode' | 'codeIsGood' | 'usePasswordCode'
>;

function codesOn(desk: SignInDesk): Codes {
  return {
    changePassword: async (id, password) => codes.changePassword(desk, id, password),
    isSetUp: async () => codes.isSetUp(desk),
    setupCode: async (expiresAt) => codes.setupCode(desk, expiresAt),
    setUp: async (code, chosen) => codes.setUp(desk, code, chosen),
    invite: async (made) => codes.invite(desk, made),
    passwordCode: async (id, expiresAt) => codes.passwordCode(desk, id, expiresAt),
    codeIsGood: async (code, kind) => codes.codeIsGood(desk, code, kind),
    usePasswordCode: async (code, password) => codes.usePasswordCode(desk, code, password),
  };
}

function sealedFor(purpose: string, text: string, ring: KeyRing): string {
  const { keyId, bytes } = seal(text, `sign-in ${purpose}`, ring);
  return `${keyId}.${bytes.toString('base64url')}`;
}

function unsealedFor(purpose: string, sealed: string, ring: KeyRing): string | undefined {
  const [keyId = '', text = ''] = sealed.split('.');
  try {
    return unseal({ keyId, bytes: Buffer.from(text, 'base64url') }, `sign-in ${purpose}`, ring);
  } catch {
    // Whatever is wrong with it, a browser sent it: it is worth nothing.
    return undefined;
  }
}

/** Seals every operator's identity under the current key again. Answers how many. */
export async function resealOperators({ database }: SignInDesk, ring: KeyRing): Promise<number> {
  const rows = await database.selectFrom('operator').selectAll().where('key_id', '<>', ring.current.id).execute();
  for (const { id, key_id: keyId, sealed } of rows) {
    const identity = openIdentity({ keyId, bytes: sealed }, id, ring);
    const again = sealIdentity(identity, id, ring);
    const change = { key_id: again.keyId, sealed: again.bytes, lookup: lookupOf(identity, ring) };
    await database.updateTable('operator').set(change).where('id', '=', id).where('key_id', '=', keyId).execute();
  }
  return rows.length;
}
