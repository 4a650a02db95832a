import type { HostAccount, Obstacle } from '@lethe/core';
import type { ServerGround } from '../ground.ts';
import type { Hosts } from '../work/hosts.ts';

/** For so long a host's yes counts without being asked for again: less than it takes to blank a few tickets. A no never does. */
const COUNTS_FOR = 5_000;

/** Asks hosts which of their agents may anonymize people now. */
export class Agents {
  readonly #ground: Pick<ServerGround, 'store' | 'clock'>;
  readonly #hosts: Hosts;
  readonly #saidYes = new Map<string, number>();

  constructor(ground: Pick<ServerGround, 'store' | 'clock'>, hosts: Hosts) {
    this.#ground = ground;
    this.#hosts = hosts;
  }

  /** What keeps an agent of a host from doing anything here, by now. Throws `HostError` where the host does not say. */
  async obstacles(from: HostAccount): Promise<readonly Obstacle[]> {
    if (!(await this.#ground.store.api.entries.has(from.host))) return [closed];
    return (await this.#may(from)) ? [] : [notAllowed];
  }

  async #may({ host, account }: HostAccount): Promise<boolean> {
    const now = this.#ground.clock.now().getTime();
    const agent = JSON.stringify([host, account]);
    const saidAt = this.#saidYes.get(agent);
    if (saidAt !== undefined && now >= saidAt && now - saidAt < COUNTS_FOR) return true;
    this.#saidYes.delete(agent);
    const agents = await this.#hosts.agents(host);
    const may = (await agents?.may(account)) === true;
    if (may) this.#saidYes.set(agent, now);
    return may;
  }
}

const closed: Obstacle = {
  code: 'right-missing',
  says: 'The way in from this host’s menu is closed.',
  remedy: 'An administrator of the server can open it again.',
};

const notAllowed: Obstacle = {
  code: 'right-missing',
  says: 'Your account in the host may not anonymize people, or not any more.',
  remedy: 'An administrator of the host can put it into a group that may.',
};
