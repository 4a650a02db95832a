import { lookup } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { kindByAddress, RuleError } from '@lethe/core';
import type { Host, HostPages, PeopleSettings } from '@lethe/core';
import { hostKinds } from '@lethe/hosts';
import type { HostAgents, HostKind, OpenHost, Surroundings } from '@lethe/hosts';
import { withKinds } from '@lethe/review';
import type { AddedHost } from '@lethe/storage';
import { pacedFor } from '../durable/lease.ts';
import type { ServerGround } from '../ground.ts';
import { addressFault } from './addresses/host-address.ts';
import { guardedLookup } from './addresses/guarded-lookup.ts';
import type { Resolve } from './addresses/guarded-lookup.ts';
import { documentKinds } from './documents.ts';
import type { Documents } from './documents.ts';

/** A host this installation has. */
export interface KnownHost {
  readonly name: string;
  /** Where it is, for people. */
  readonly where: string;
  /** `file`: it stands in the settings file and is changed there. */
  readonly from: 'file' | 'api';
  /** With `api`. */
  readonly added?: AddedHost;
}

/** A host that was opened, by its name. */
export interface OpenedHost {
  readonly name: string;
  readonly host: Host;
}

/** A host that can be opened, and with what. */
interface ClosedHost {
  readonly settings: OpenHost;
  readonly surroundings: Surroundings;
}

/** Opens a host, in surroundings of ours. Only tests have others. */
export interface HostDoors {
  readonly kinds: readonly HostKind[];
  readonly resolve: Resolve;
}

const realDoors: HostDoors = { kinds: hostKinds, resolve: async (name) => lookup(name, { all: true }) };

/** The hosts of the settings file and those that were added over the API, opened once for each version of their settings. */
export class Hosts {
  readonly #ground: Pick<ServerGround, 'settings' | 'store' | 'installation' | 'clock' | 'measured'>;
  readonly #documents: Documents;
  readonly #doors: HostDoors;
  readonly #opened = new Map<string, Promise<Host>>();

  constructor(
    ground: Pick<ServerGround, 'settings' | 'store' | 'installation' | 'clock' | 'measured'>,
    documents: Documents,
    doors: HostDoors = realDoors,
  ) {
    this.#ground = ground;
    this.#documents = documents;
    this.#doors = doors;
  }

  /** Every host there is by now, by name. */
  async all(): Promise<readonly KnownHost[]> {
    const file = [...this.#ground.settings.hosts].map(([name, { where }]): KnownHost => ({
      name,
      where,
      from: 'file',
    }));
    const names = new Set(file.map(({ name }) => name));
    const added = (await this.#ground.store.api.hosts.all()).filter(
      ({ name, removed }) => !removed && !names.has(name),
    );
    return [
      ...file,
      ...added.map((one): KnownHost => ({ name: one.name, where: whereOf(one), from: 'api', added: one })),
    ];
  }

  /** Those whose own screen shows somebody at an address, with where. */
  async withPages(): Promise<readonly { readonly name: string; readonly pages: readonly HostPages[] }[]> {
    return (await this.all()).flatMap(({ name, added }) => {
      const pages =
        added === undefined
          ? this.#ground.settings.hosts.get(name)?.pages
          : this.#doors.kinds.find(({ kind }) => kind === added.kind)?.pages;
      return pages === undefined ? [] : [{ name, pages }];
    });
  }

  /** The one of that name. */
  async find(name: string): Promise<KnownHost | undefined> {
    return (await this.all()).find((host) => host.name === name);
  }

  /** Opens the one of that name; nothing where there is none. Throws `HostError`, or `RuleError` where a key is missing. */
  async open(name: string): Promise<OpenedHost | undefined> {
    const known = await this.find(name);
    if (known === undefined) return undefined;
    const place = `${name} ${String(known.added?.version ?? 'file')}`;
    const opened = this.#opened.get(place) ?? this.#openAnew(known);
    this.#opened.set(place, opened);
    // What could not be opened may be next time.
    opened.catch(() => this.#opened.delete(place));
    const people = (await this.#documents.current(documentKinds.people)).document;
    const host = withPeople(await opened, people);
    return { name, host: this.#ground.measured?.(host, name) ?? host };
  }

  /** The settings of a host, checked, with the addresses it calls. Throws `RuleError` for what cannot be used. */
  checked(kindName: string, settings: Readonly<Record<string, unknown>>): OpenHost {
    const kind = this.#doors.kinds.find((one) => one.kind === kindName);
    if (kind === undefined) throw new RuleError('kind', 'there is no such kind of host');
    const parsed = kind.settings.safeParse(settings);
    if (!parsed.success) throw faultOf(parsed.error.issues[0]);
    // A sandbox is a folder of the machine: only whoever writes the settings file may name one.
    if (parsed.data.invented === true) throw new RuleError('kind', 'this kind is for the settings file alone');
    const allowed = { domains: kind.domains ?? [], origins: this.#ground.settings.server.hostAddresses.allow };
    for (const address of parsed.data.addresses ?? [parsed.data.where]) {
      const fault = addressFault(address, allowed);
      if (fault !== undefined) throw new RuleError('address', words[fault]);
    }
    return parsed.data;
  }

  /** Every kind of host that can be added: a sandbox is for the settings file alone. */
  kinds(): readonly HostKind[] {
    return this.#doors.kinds.filter(({ settings }) => settings.safeParse({}).data?.invented !== true);
  }

  /** Opens a host that is not kept, with keys that are kept nowhere. */
  async openOnce(host: OpenHost, keys: ReadonlyMap<string, string>): Promise<Host> {
    return host.open({ ...this.#around(keys), kept: { change: async (work) => work(undefined) } });
  }

  /** Asks the one of that name about its agents; nothing where it has no entry that leads here. Throws `RuleError` like `open`. */
  async agents(name: string): Promise<HostAgents | undefined> {
    const known = await this.find(name);
    const closed = known && (await this.#closed(known));
    return closed?.settings.agents?.(closed.surroundings);
  }

  async #openAnew(known: KnownHost): Promise<Host> {
    const { settings, surroundings } = await this.#closed(known);
    return settings.open(surroundings);
  }

  async #closed({ name, added }: KnownHost): Promise<ClosedHost> {
    if (added !== undefined) {
      // Checked again: what an administrator allows may have changed since it was added.
      return { settings: this.checked(added.kind, added.settings), surroundings: await this.#surroundings(name) };
    }
    const closed = this.#ground.installation.closedHost(name);
    if (closed === undefined) throw new RuleError('hosts', 'there is no such host');
    return { ...closed, surroundings: { ...closed.surroundings, pace: pacedFor(this.#ground.store, name) } };
  }

  /** Keys come from the database alone: a host somebody added must not be handed a variable of the server's own. */
  async #surroundings(name: string): Promise<Surroundings> {
    const { store } = this.#ground;
    const around = this.#around(await store.api.hosts.keysOf(name));
    return { ...around, kept: store.hostSecret(name), pace: pacedFor(store, name) };
  }

  #around(keys: ReadonlyMap<string, string>): Omit<Surroundings, 'kept'> {
    const { clock, settings } = this.#ground;
    const own = new Set(settings.server.hostAddresses.allow.map((origin) => new URL(origin).hostname));
    return {
      secrets: (variable) => keys.get(variable),
      clock,
      lookup: guardedLookup(this.#doors.resolve, own),
    };
  }
}

const words = {
  'no-address': 'write an address such as https://acme.example',
  user: 'leave user and password out',
  scheme: 'use https, or have an administrator allow exactly this address in server.hostAddresses',
  port: 'leave the port out, or have an administrator allow exactly this address in server.hostAddresses',
  number: 'use a name, or have an administrator allow exactly this address in server.hostAddresses',
  rest: 'write the address alone',
  domain:
    'this is not where hosts of this kind are; an administrator can allow exactly this address in server.hostAddresses',
} as const;

function whereOf({ settings }: AddedHost): string {
  return typeof settings['address'] === 'string' ? settings['address'] : '';
}

function withPeople(host: Host, people: PeopleSettings): Host {
  if (people.corporateDomains.length === 0) return host;
  return withKinds(host, (person) => kindByAddress(person, people, domainToASCII));
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function faultOf(issue: Issue | undefined): RuleError {
  return new RuleError(['settings', ...(issue?.path ?? [])].map(String).join('.'), 'does not fit this kind of host');
}
