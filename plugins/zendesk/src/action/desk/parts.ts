import type { Clock } from '@lethe/core';
import { governed } from '../../governor/governor.ts';
import { appLimits } from '../../governor/limits.ts';
import { zafTransport } from '../../transport/zaf-transport.ts';
import type { ZafClient } from '../../transport/zaf-transport.ts';
import type { Line } from '../../ask.ts';
import { AccountLock } from '../account/account-lock.ts';
import { RunLog } from '../account/run-log.ts';
import { Teller } from '../account/teller.ts';
import { AgentWitness } from '../permission/agent.ts';
import type { ZafReader } from '../permission/zaf-reader.ts';
import type { BrowserStore } from '../store/browser-store.ts';
import { Presence } from '../store/presence.ts';
import { agentNumber } from './asked-by.ts';
import type { BrowserParts } from './browser-parts.ts';
import { HurriedClock } from './hurried-clock.ts';
import { gated } from './write-gate.ts';
import type { GatedPort } from './write-gate.ts';

/** The client of Zendesk's app framework, as far as the desk uses it. */
export type DeskClient = ZafClient & ZafReader;

/** What the desk's parts are made from. */
export interface Ground {
  readonly client: DeskClient;
  readonly browser: BrowserParts;
  /** Names what is kept in this browser for the account. */
  readonly name: string;
  readonly store: BrowserStore;
}

/** What the desk is made of. */
export interface Parts {
  /** Waits as long as it says: for jobs, for heartbeats. */
  readonly steady: Clock;
  /** Waits that a stop ends: before calls. */
  readonly hurried: HurriedClock;
  readonly way: GatedPort;
  /** For the desk's own calls, which the lock does not hold up. */
  readonly line: Line;
  readonly witness: AgentWitness;
  readonly tabs: Presence;
  readonly lock: AccountLock;
  readonly log: RunLog;
  /** Tells the account how runs stand; what cannot be told now is told the next time. */
  readonly tell: () => Promise<void>;
}

/** Puts the parts together. Makes no call. */
export function partsOf({ client, browser, name, store }: Ground): Parts {
  const steady: Clock = { now: () => browser.now(), wait: async (milliseconds) => browser.wait(milliseconds) };
  const hurried = new HurriedClock(steady);
  const tabs = new Presence(browser.locks, `${name} people`);
  const way = gated(
    zafTransport(client),
    (port) => governed(port, { clock: hurried, limits: appLimits() }),
    () => lock,
  );
  const line = { port: way.open, clock: steady };
  const lock = new AccountLock({ line, clock: steady, presence: tabs, agent: async () => agentNumber(client) });
  const log = new RunLog(line);
  const teller = new Teller({ store, log });
  return {
    steady,
    hurried,
    way,
    line,
    witness: new AgentWitness(client, line),
    tabs,
    lock,
    log,
    tell: async () => teller.tell().catch(() => undefined),
  };
}
