import { setTimeout as rest } from 'node:timers/promises';
import type { Host, HostPages, Permissions } from '@lethe/core';
import { installationOf } from '@lethe/settings';
import type { HostAgents, OpenHost } from '@lethe/hosts';
import type { Look } from '@lethe/storage';
import { z } from 'zod';
import { apiRoutesWith } from '../api/index.ts';
import type { WorkOptions } from '../api/work.ts';
import { startWorker } from '../durable/index.ts';
import type { Worker, WorkerOptions } from '../durable/index.ts';
import type { ServerGround } from '../ground.ts';
import type { App, Routes } from '../http/routes.ts';
import { doLooks } from '../watch/look-through.ts';
import { desksOn } from '../work/desk.ts';
import type { HostDoors } from '../work/hosts.ts';
import { Browser, signedIn } from './browser.ts';
import type { SignedInAs } from './browser.ts';
import type { Answer } from './loopback.ts';
import type { TestGround, TestGroundOptions } from './test-ground.ts';

/** What an installation of a test has. */
export interface BenchOptions extends TestGroundOptions {
  readonly hosts: Readonly<Record<string, Host>>;
  readonly work?: WorkOptions;
  /** Where the screens of these hosts show somebody. */
  readonly pages?: readonly HostPages[];
  /** Who works in these hosts and may come in from their menus, by the host's name. */
  readonly agents?: Readonly<Record<string, HostAgents>>;
  /** Routes besides the API's. */
  readonly more?: readonly Routes[];
  /** Something between the API and its ground that fails. */
  readonly through?: (ground: ServerGround) => ServerGround;
}

/** Everybody who does something does it in one of these groups. */
export const workingPermissions: Permissions = {
  activation: ['@administrators', 'lookers', 'runners', 'approvers', 'auditors'],
  grants: {
    lookers: ['preview'],
    runners: ['preview', 'run'],
    approvers: ['preview', 'run', 'approve'],
    auditors: ['preview', 'read-ledger'],
  },
};

/** Milliseconds between two looks: whoever is asked works in this process, too. */
const PAUSE = 15;

const begun = z.object({ id: z.string() });
const inquiry = z.object({
  state: z.string(),
  ending: z.looseObject({ at: z.string(), plan: z.string().optional() }).optional(),
});
const planShape = z.object({ digest: z.string(), phrase: z.string(), steps: z.number() });
const runShape = z.object({ state: z.string() });

/** A plan as a test confirms it. */
export type BenchPlan = z.infer<typeof planShape> & { readonly plan: string };

/** A server with hosts a test hands in, and what people do with it. */
export class ApiBench {
  readonly ground: ServerGround;
  readonly app: App;
  readonly #doors: HostDoors | undefined;

  private constructor(ground: ServerGround, app: App, doors: HostDoors | undefined) {
    this.ground = ground;
    this.app = app;
    this.#doors = doors;
  }

  static async open(
    test: TestGround,
    { hosts, work, through, pages, agents, more = [], ...options }: BenchOptions,
  ): Promise<ApiBench> {
    const base = test.ground({ permissions: workingPermissions, ...options });
    const settings = {
      ...base.settings,
      hosts: new Map(
        Object.entries(hosts).map(([name, host]) => [name, opening(name, host, { pages, agents: agents?.[name] })]),
      ),
    };
    const installation = installationOf(settings, { env: options.env ?? {}, clock: base.clock });
    const ground = { ...base, settings, installation };
    const app = await test.serve(through?.(ground) ?? ground, [...more, apiRoutesWith(work)]);
    return new ApiBench(ground, app, work?.doors);
  }

  /** Somebody new. */
  async operator(who: SignedInAs): Promise<{ readonly browser: Browser; readonly id: string }> {
    return signedIn(this.app, this.ground, who);
  }

  /** Reviews somebody until that has ended. Answers the inquiry. */
  async reviewed(browser: Browser, host: string, person: string): Promise<z.infer<typeof inquiry>> {
    const { id } = begun.parse((await browser.change('POST', '/api/v1/reviews', { host, person })).json());
    return this.ended(browser, `/api/v1/reviews/${id}`);
  }

  /** Asks again and again until what is looked up in the background has ended. */
  async ended(browser: Browser, url: string): Promise<z.infer<typeof inquiry>> {
    for (;;) {
      const found = inquiry.parse((await browser.get(url)).json());
      if (found.state === 'ended' || found.state === 'interrupted') return found;
      await rest(PAUSE);
    }
  }

  /** Reviews somebody. Answers the plan. */
  async planned(browser: Browser, host: string, person: string): Promise<BenchPlan> {
    const { ending } = await this.reviewed(browser, host, person);
    if (ending?.plan === undefined) throw new RangeError(`The review led to no plan but to ${String(ending?.at)}.`);
    const plan = planShape.parse((await browser.get(`/api/v1/plans/${ending.plan}`)).json());
    return { ...plan, plan: ending.plan };
  }

  /** Confirms a plan as it was reviewed, with whatever a test says otherwise. */
  async approve(browser: Browser, { plan, digest, phrase }: BenchPlan, otherwise: object = {}): Promise<Answer> {
    return browser.change('POST', '/api/v1/approvals', { plan, digest, typed: phrase, ...otherwise });
  }

  /** Asks until the run is in none of the states in which workers are at it. */
  async settled(browser: Browser, run: string): Promise<string> {
    for (;;) {
      const { state } = runShape.parse((await browser.get(`/api/v1/runs/${run}`)).json());
      if (state !== 'queued' && state !== 'running') return state;
      await rest(PAUSE);
    }
  }

  /** Has hosts looked through for people who came back. Answers how that ended, by host. */
  async looked(browser: Browser, hosts: readonly string[]): Promise<readonly Look[]> {
    await browser.change('POST', '/api/v1/looks', { hosts });
    const { store } = this.ground;
    const desks = desksOn(this.ground, { actor: async (id) => store.signIn.operatorNow(id) }, this.#doors);
    await doLooks({ ground: this.ground, desks }, new AbortController().signal);
    return (await store.looks.all()).filter(({ host }) => hosts.includes(host));
  }

  /** A worker of this installation, with what a test wants different; whoever starts it stops it. */
  async worker(more: Partial<WorkerOptions> = {}): Promise<Worker> {
    const operators = { actor: async (id: string) => this.ground.store.signIn.operatorNow(id) };
    const desks = desksOn(this.ground, operators, this.#doors);
    const { store } = this.ground;
    return startWorker({
      storage: store,
      deskFor: async (_host, run) => desks.deskForRun(run),
      lookEvery: 20,
      ...more,
    });
  }
}

interface OpeningMore {
  readonly pages: readonly HostPages[] | undefined;
  readonly agents: HostAgents | undefined;
}

function opening(name: string, host: Host, { pages, agents }: OpeningMore): OpenHost {
  return {
    ...{ where: name, invented: true, open: async () => host },
    ...(pages === undefined ? {} : { pages }),
    ...(agents === undefined ? {} : { agents: () => agents }),
  };
}
