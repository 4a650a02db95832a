import * as forge from '@forge/api';
import type { Clock } from '@lethe/core';
import type { HttpPort } from '../../http-port.ts';
import { pause } from './pause.ts';
import { forgeTransport } from '../../transport/forge-transport.ts';
import type { ForgeUser } from '../../transport/forge-transport.ts';

/** What an invocation finds around it. */
export interface Outside {
  /** The way to Jira without a governor: for the app's own few questions. */
  readonly port: HttpPort;
  readonly clock: Clock;
  /** Milliseconds until Forge ends this invocation. */
  readonly remaining: () => number;
  /** The key of the permission *Anonymize users* in Jira's REST API. */
  readonly permission: string;
}

/** The name of the permission in the manifest. */
const PERMISSION = 'anonymize-user';

/** Looks around, anew in each invocation; `user` is in whose name calls that need a person are made. */
export function outside(user: ForgeUser): Outside {
  const context = forge.getAppContext();
  const { appAri, environmentAri } = context;
  const remaining = (): number => context.invocationRemainingTimeInMillis();
  return {
    port: forgeTransport({ api: forge, user, remaining }),
    clock: { now: () => new Date(), wait: pause },
    remaining,
    permission: `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${PERMISSION}`,
  };
}
