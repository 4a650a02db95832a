import { z } from 'zod';
import { mailSchema } from './mail-settings.ts';
import { logsSchema, metricsSchema, shutdownSecondsSchema, workerSchema } from './operations-settings.ts';
import { variable } from './variable.ts';
import { approvalsSchema, capsSchema, hostAddressesSchema, timeZoneSchema, watchSchema } from './work-settings.ts';

const listen = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 is any free port. */
  port: z.number().int().min(0).max(65_535).default(8484),
});

/** Browsers keep our cookies over https only; plain http is for a browser on the machine itself. */
const publicUrl = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(({ protocol, hostname }) => protocol === 'https:' || isLoopback(hostname), 'use https, or http on 127.0.0.1')
  .refine(
    (url) => url.pathname === '/' && url.search === '' && url.hash === '',
    'name the origin alone, without a path',
  )
  .refine(({ username, password }) => username === '' && password === '', 'leave user and password out')
  .transform(({ origin }) => origin);

const openId = z.strictObject({
  /** As its discovery document says it. */
  issuer: z
    .url({ protocol: /^https?$/ })
    .refine((text) => new URL(text).protocol === 'https:' || isLoopback(new URL(text).hostname), 'use https'),
  clientId: z.string().min(1),
  /** A confidential client has a secret; a public one is known by PKCE alone. */
  clientSecretFrom: variable.optional(),
  /** Asked for besides `openid`. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/)).default([]),
  /** The claim that lists the groups somebody is in: `groups`, or a path such as `realm_access.roles`. */
  groupsClaim: z.string().min(1).default('groups'),
  /** The group whose members administer this installation. Without one nobody who signs in here does. */
  administratorGroup: z.string().min(1).optional(),
});

const signIn = z.strictObject({
  openId: openId.optional(),
  /** Accounts kept here, with passwords. Without a word: where no OpenID provider is set. */
  passwords: z.boolean().optional(),
  /** A session nobody uses ends after so many minutes, and every one after so many hours. */
  idleMinutes: z.number().int().min(1).max(1440).default(30),
  sessionHours: z.number().int().min(1).max(168).default(12),
  /** Whoever signed in longer ago signs in again before approving. */
  freshMinutes: z.number().int().min(1).max(1440).default(15),
  /** How long a code for the first administrator or an invitation is good for. */
  codeHours: z.number().int().min(1).max(168).default(24),
});

const limits = z.strictObject({
  /** Requests a minute of one operator. */
  operatorPerMinute: z.number().int().min(1).default(1200),
  /** Requests a minute of one address that are nobody's. */
  addressPerMinute: z.number().int().min(1).default(1200),
  /** Streams of events one operator may hold open. */
  streams: z.number().int().min(1).default(8),
  /** The longest body of a request. */
  bodyKilobytes: z.number().int().min(1).max(10_240).default(256),
});

/** The `server:` part of the settings. */
export const serverSettingsSchema = z.strictObject({
  listen: listen.prefault({}),
  /** Where browsers reach it; without it the address it listens on. */
  publicUrl: publicUrl.optional(),
  /** Addresses and networks of proxies whose `X-Forwarded-*` is believed. */
  trustedProxies: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).default([]),
  signIn: signIn.prefault({}),
  limits: limits.prefault({}),
  timeZone: timeZoneSchema,
  approvals: approvalsSchema.prefault({}),
  caps: capsSchema.prefault({}),
  watch: watchSchema.prefault({}),
  /** Without it nobody is told anything by mail. */
  mail: mailSchema.optional(),
  hostAddresses: hostAddressesSchema.prefault({}),
  metrics: metricsSchema.prefault({}),
  worker: workerSchema.prefault({}),
  logs: logsSchema.prefault({}),
  shutdownSeconds: shutdownSecondsSchema,
});

/** How the server runs, read and checked. */
export type ServerSettings = Readonly<z.output<typeof serverSettingsSchema>>;

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
