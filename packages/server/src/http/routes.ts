import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor, Right } from '@lethe/core';
import type { FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Log, ServerGround } from '../ground.ts';

/** Who may use a route: whoever has the right, an administrator of the installation, whoever is signed in, or nobody in particular. */
export type Needs = Right | 'administrator' | 'signed-in' | 'nobody';

/** The server as routes are added to it. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Log, ZodTypeProvider>;

/** Adds routes. What it registers is its own: a parser or hook of one set of routes is none of another's. */
export type Routes = (app: App, ground: ServerGround) => void | Promise<void>;

/** Whoever works the server: core's actor, with an opaque id (`op-` and random letters). */
export type Operator = Actor;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Stated by every route; the server does not start with one that says nothing. */
    readonly needs?: Needs;
    /** The sign-in must be recent, as for an approval. */
    readonly fresh?: boolean;
    /** A page's form posts it: takes `application/x-www-form-urlencoded` with the token in the field `csrf`. */
    readonly form?: boolean;
    /** A page of a host posts it, with a signed word in place of a token of ours: `POST /entry` alone. */
    readonly fromHost?: boolean;
    /** It stays open; so many of one operator may be. */
    readonly stream?: boolean;
  }
  interface FastifyRequest {
    /** Whoever is signed in. Set before the handler of every route that needs more than `nobody`. */
    readonly operator: Operator | undefined;
  }
}
