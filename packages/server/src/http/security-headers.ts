import helmet from '@fastify/helmet';
import type { App } from './routes.ts';

const DAY = 86_400;

/**
 * What browsers are told with every answer. Nothing may be loaded but what a page names with the nonce of this one answer, no
 * text may become markup by a script, nobody may frame us, and no cache keeps what was answered.
 */
export async function sendSecurityHeaders(app: App, publicUrl: string): Promise<void> {
  const https = publicUrl.startsWith('https:');
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: policyFor(publicUrl, directives),
    strictTransportSecurity: https ? { maxAge: 365 * DAY, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.raw.setHeader('cache-control', 'no-store');
    reply.raw.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  });
}

/**
 * The same for the console, but that it may have the one policy its own code makes: texts become the content of an element only
 * where there is no markup in them (packages/console/src/trusted-types.ts).
 */
export function policyOfConsole(publicUrl: string): Policy {
  return policyFor(publicUrl, { ...directives, trustedTypes: ['default'] });
}

interface Policy {
  readonly useDefaults: false;
  readonly directives: Record<string, string[]>;
}

function policyFor(publicUrl: string, wanted: Record<string, string[]>): Policy {
  const https = publicUrl.startsWith('https:');
  return { useDefaults: false, directives: https ? { ...wanted, upgradeInsecureRequests: [] } : wanted };
}

/** `script-src` and `style-src` are the nonces alone; they are added for each answer. */
const directives = {
  defaultSrc: ["'none'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
};
