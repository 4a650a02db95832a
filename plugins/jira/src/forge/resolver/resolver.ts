import { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { inOffice } from '../ground/office.ts';
import { standingOf } from '../permission/clicking.ts';
import { payloads } from '../protocol.ts';
import type { Answer, FunctionName, Standing, Told, Values } from '../protocol.ts';
import { handlers, needs } from './handlers.ts';
import { invalid, notAllowed, refusalFor } from './refusals.ts';

/** A click has 25 seconds: so many milliseconds of them are worked, and so many are kept to put things in order. */
const ALLOWANCE = { spare: 6_000, atMost: 16_000 } as const;

/** What Forge says about a click. Only the principal is trusted; the issue is read as that user. */
const contextSchema = z.object({
  accountId: z.string().min(1),
  extension: z
    .object({ issue: z.object({ id: z.string().regex(/^[0-9]{1,18}$/u) }) })
    .nullish()
    .catch(undefined),
});

/** One call of the resolver as Forge hands it over. */
interface Request {
  readonly payload: unknown;
  readonly context: unknown;
}

type Schemas = { readonly [Name in FunctionName]: z.ZodType<Told<Name>> };
const schemas: Schemas = payloads;

/** Answers one call of a screen: checks who clicked and what was sent before anything else. Never rejects. */
async function answered<Name extends FunctionName>(name: Name, request: Request): Promise<Answer<Values[Name]>> {
  try {
    const context = contextSchema.safeParse(request.context);
    if (!context.success) return notAllowed;
    const told = schemas[name].safeParse(request.payload);
    return await inOffice({ user: 'whoever-clicked', allowance: ALLOWANCE }, async (office) => {
      const standing = await standingOf(office.outside);
      if (!may(standing, name)) return notAllowed;
      if (!told.success) return invalid;
      const { accountId: account, extension } = context.data;
      const counter = { office, account, standing, issue: extension?.issue.id };
      return { ok: true, value: await handlers[name](counter, told.data) };
    });
  } catch (error) {
    return refusalFor(error);
  }
}

function may({ mayAnonymize, mayConfigure }: Standing, name: FunctionName): boolean {
  switch (needs[name]) {
    case 'nothing':
      return true;
    case 'anonymize':
      return mayAnonymize;
    case 'configure':
      return mayConfigure;
    case 'either':
      return mayAnonymize || mayConfigure;
  }
}

function answering<Name extends FunctionName>(name: Name): (request: Request) => Promise<Answer<Values[Name]>> {
  return async (request) => answered(name, request);
}

/** The resolver of every screen: one function a name in the protocol. */
export const resolver = makeResolver({
  standing: answering('standing'),
  who: answering('who'),
  find: answering('find'),
  startReview: answering('startReview'),
  review: answering('review'),
  confirm: answering('confirm'),
  run: answering('run'),
  stop: answering('stop'),
  resume: answering('resume'),
  callOff: answering('callOff'),
  runs: answering('runs'),
  report: answering('report'),
  returns: answering('returns'),
  settleReturn: answering('settleReturn'),
  settings: answering('settings'),
  saveSettings: answering('saveSettings'),
} satisfies Readonly<Record<FunctionName, unknown>>);
