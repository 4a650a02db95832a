import { done, refusal, refused } from './answer.ts';
import type { KvsAnswer } from './answer.ts';
import { batched } from './batch.ts';
import { entityFault } from './entities.ts';
import type { EntityDeclaration } from './entities.ts';
import { bytesOf, keyFault, valueFault } from './limits.ts';
import { entityPage, plainPage } from './query.ts';
import { Quota } from './quota.ts';
import type { Spent } from './quota.ts';
import { Shelf } from './shelf.ts';
import type { Item, Place } from './shelf.ts';
import { transacted } from './transaction.ts';
import { wire } from './wire.ts';
import type { Operation } from './wire.ts';

/** A request to the store, as the package sends it. */
export interface KvsRequest {
  readonly path: string;
  readonly body: unknown;
}

/** What a test may set about the store. */
export interface FakeKvsOptions {
  readonly now: () => number;
  readonly entities: readonly EntityDeclaration[];
  /** Whether too many requests are refused; they are counted anyway. */
  readonly enforcesQuota: boolean;
}

const prefix = '/api/v1/';

/** Forge's key-value store in memory, behind the addresses @forge/kvs calls. */
export class FakeKvs {
  readonly #shelf: Shelf;
  readonly #quota: Quota;
  readonly #known: readonly EntityDeclaration[];
  #conditionsNeedRow = false;

  constructor({ now, entities, enforcesQuota }: FakeKvsOptions) {
    this.#shelf = new Shelf(now);
    this.#quota = new Quota(now, enforcesQuota);
    this.#known = entities;
  }

  /** Requests so far, and what they cost. */
  get spent(): Spent {
    return this.#quota.spent;
  }

  /** All that is stored, secrets included, in a fixed order. */
  dump(): readonly Item[] {
    return this.#shelf.all();
  }

  /** Puts a dump back. */
  restore(items: readonly Item[]): void {
    this.#shelf.restore(items);
  }

  /** `true`: queries answer what there is now, whatever is written; `false`: they see everything again. Reading by key never lags. */
  lagQueries(lags: boolean): void {
    this.#shelf.lag(lags);
  }

  /** From now on no condition holds on a key that is not there, not even that an attribute is missing: nobody documents which it is. */
  refuseConditionsOnMissing(): void {
    this.#conditionsNeedRow = true;
  }

  /** Whether a request writes. */
  static isWrite({ path }: Pick<KvsRequest, 'path'>): boolean {
    return /(?:set|delete|transaction)$/.test(path);
  }

  /** Carries out a request. */
  answer({ path, body }: KvsRequest): KvsAnswer {
    if (FakeKvs.isWrite({ path }) && this.#quota.isExceededBy('writes', bytesOf(body))) return tooFast;
    const answer = this.#answerTo(path.slice(prefix.length), body);
    const isTooMuch = !FakeKvs.isWrite({ path }) && this.#quota.isExceededBy('reads', bytesOf(answer.body));
    return isTooMuch ? tooFast : answer;
  }

  #answerTo(what: string, body: unknown): KvsAnswer {
    const known = this.#known;
    if (what === 'transaction')
      return transacted(
        { shelf: this.#shelf, known, conditionsNeedRow: this.#conditionsNeedRow },
        wire.transaction.parse(body),
      );
    if (what === 'query') return plainPage(this.#shelf, wire.query.parse(body));
    if (what === 'entity/query') return entityPage(this.#shelf, known, wire.entityQuery.parse(body));
    const [, group, verb] = /^(?:(secret|entity|batch)\/)?(get|set|delete)$/.exec(what) ?? [];
    if (verb !== 'get' && verb !== 'set' && verb !== 'delete') return refused(refusal('NOT_FOUND', 404));
    if (group === 'batch') return batched({ shelf: this.#shelf, known }, verb, wire.operations.parse(body));
    return this.#single(verb, { ...wire.operation.parse(body), isSecret: group === 'secret' });
  }

  #single(verb: 'get' | 'set' | 'delete', request: SingleRequest): KvsAnswer {
    const { key, entityName } = request;
    const fault = keyFault(key);
    if (fault !== undefined) return refused(fault);
    const place: Place = request.isSecret ? 'secret' : entityName === undefined ? 'plain' : `entity ${entityName}`;
    const found = this.#shelf.get(place, key);
    if (verb === 'set') return this.#set(place, request, found);
    if (found === undefined) return refused(refusal('KEY_NOT_FOUND', 404));
    if (verb === 'get') return { status: 200, body: shown(found) };
    this.#shelf.delete(place, key);
    return done;
  }

  #set(place: Place, { key, value, entityName, options = {} }: SingleRequest, before: Item | undefined): KvsAnswer {
    const fault =
      valueFault(value) ?? (entityName === undefined ? undefined : entityFault(this.#known, entityName, value));
    if (fault !== undefined) return refused(fault);
    if (options.keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined)
      return refused(refusal('KEY_ALREADY_EXISTS', 409));
    this.#shelf.put(place, { key, value, ...(options.ttl === undefined ? {} : { ttl: options.ttl }) });
    if (options.returnValue === undefined) return { status: 200 };
    const told = options.returnValue === 'PREVIOUS' ? before : this.#shelf.get(place, key);
    return { status: 200, ...(told === undefined ? {} : { body: shown(told) }) };
  }
}

const tooFast = refused(refusal('RATE_LIMIT_EXCEEDED', 429));

/** A request about one key. */
type SingleRequest = Operation & { readonly isSecret: boolean };

function shown({ key, value, createdAt, updatedAt, expiresAt }: Item): object {
  const expireTime = expiresAt === undefined ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, createdAt, updatedAt, ...expireTime };
}
