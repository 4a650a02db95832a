export type { Chosen } from './codes.ts';
export type { Given, NamedOperator, OperatorRecord } from './operators.ts';
export { hostIdentity } from './identity.ts';
export type { Identity, OperatorKind } from './identity.ts';
export type { Arrival } from './arriving.ts';
export type { Beginning, OpenSession } from './sessions.ts';
export type { SignInStorage } from './sign-in-storage.ts';
export type { TryLimit } from './tries.ts';
