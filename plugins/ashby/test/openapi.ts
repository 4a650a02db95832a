import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { AjvCustomizer, Document, Operation } from 'openapi-backend';
import { parse } from 'openapi-backend/refparser.js';
import { isObject } from './fake/answer.ts';
import { knownFaults } from './openapi-gaps.ts';

/** A call with its answer, as it was sent and as it came back. */
export interface Traffic {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

const file = 'ashby-openapi.yml';

/** Compares calls with Ashby's own OpenAPI file, which is read from a folder and never part of this repository. */
export class SpecCheck {
  readonly #spec: OpenAPIBackend;
  #checked = { requests: 0, answers: 0 };

  private constructor(spec: OpenAPIBackend) {
    this.#spec = spec;
  }

  /** Whether the file is in this folder. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, file));
  }

  static async of(folder: string): Promise<SpecCheck> {
    return new SpecCheck(await backendFor(treeOf(await parse(join(folder, file)))));
  }

  /** How many requests and answers were compared so far. */
  get checked(): { readonly requests: number; readonly answers: number } {
    return this.#checked;
  }

  /** What is wrong with a call and its answer, in words without their texts; nothing if all is as described. */
  check({ method, url, body, status, answer }: Traffic): readonly string[] {
    const request = { method, path: url, body, query: {}, headers: { 'content-type': 'application/json' } };
    const operation = this.#spec.router.matchOperation(request);
    if (operation === undefined) return [`${method} ${url}: the file does not describe it`];
    const faults = [
      ...this.#requestFaults(request, operation, isRefusal(answer)),
      ...this.#answerFaults(operation, status, answer),
    ];
    const name = url.slice(1);
    return faults
      .filter((fault) => !knownFaults.some(({ at, says }) => at === name && says.test(fault)))
      .map((fault) => `${name}: ${fault}`);
  }

  /** What Ashby refuses may be faulty: the journey provokes it. */
  #requestFaults(
    request: Parameters<OpenAPIBackend['validator']['validateRequest']>[0],
    operation: Operation,
    wasRefused: boolean,
  ): readonly string[] {
    if (wasRefused) return [];
    this.#checked = { ...this.#checked, requests: this.#checked.requests + 1 };
    const known = operation.requestBody;
    return [
      ...errorsIn('request', this.#spec.validator.validateRequest(request, operation).errors),
      ...unknownIn(isObject(known) ? known : {}, request.body),
    ];
  }

  #answerFaults(operation: Operation, status: number, answer: unknown): readonly string[] {
    this.#checked = { ...this.#checked, answers: this.#checked.answers + 1 };
    if (isRefusal(answer)) return [];
    if (status !== 200) return [`answer ${status} is no refusal as Ashby writes them`];
    if (!isObject(answer) || answer.success !== true || !('results' in answer)) return ['answer is no success'];
    return errorsIn('answer', this.#spec.validator.validateResponse(answer, operation, status).errors);
  }
}

/** The form the file gives for every no, whatever its status. */
function isRefusal(answer: unknown): boolean {
  if (!isObject(answer) || answer.success !== false || !Array.isArray(answer.errors)) return false;
  return isObject(answer.errorInfo) && typeof answer.errorInfo.code === 'string';
}

/** Most bodies of the file let anything in: what it does not name we do not send. */
function unknownIn(known: Tree, body: unknown): readonly string[] {
  const content = isObject(known.content) ? known.content['application/json'] : undefined;
  const names = namesIn(isObject(content) ? content.schema : undefined);
  return isObject(body) ? Object.keys(body).flatMap((key) => (names.has(key) ? [] : [`request names ${key}`])) : [];
}

function namesIn(schema: unknown): ReadonlySet<string> {
  if (!isObject(schema)) return new Set();
  const own = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((some): unknown[] =>
    Array.isArray(some) ? some : [],
  );
  return new Set([...own, ...parts.flatMap((part) => [...namesIn(part)])]);
}

type Tree = Readonly<Record<string, unknown>>;

function treeOf(value: unknown): Tree {
  if (!isObject(value)) throw new RangeError('The file of the vendor holds no object.');
  return value;
}

async function backendFor(tree: Tree): Promise<OpenAPIBackend> {
  const spec = new OpenAPIBackend({
    ...{ definition: documentOf(onlyKnown(tree)), quick: true, validate: true },
    ...{ customizeAjv: withFormats, lazyCompileValidators: true },
    ajvOpts: { strict: false, allErrors: true },
  });
  await spec.init();
  return spec;
}

const withFormats: AjvCustomizer = (ajv) => {
  for (const format of ['date-time', 'date'])
    ajv.addFormat(format, { type: 'string', validate: (text: string) => !Number.isNaN(Date.parse(text)) });
  for (const format of ['email', 'url', 'uri']) ajv.addFormat(format, /[@:]/);
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  for (const format of ['int64', 'int32', 'currency'])
    ajv.addFormat(format, { type: 'number', validate: Number.isFinite });
  return ajv;
};

/**
 * The file without references, which lead through paths and through each other. It means "one of these" where several are fit: a text
 * is a String and a LongText and a ValueSelect.
 */
function resolved(tree: Tree, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => resolved(tree, one));
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') return resolved(tree, at(tree, value.$ref));
  const entries = Object.entries(value).filter(([key]) => key !== 'example' && key !== 'examples');
  return Object.fromEntries(
    entries.map(([key, one]) => [
      key === 'oneOf' ? 'anyOf' : key,
      key === 'enum' ? distinct(one) : resolved(tree, one),
    ]),
  );
}

/** The file says some choices twice. */
function distinct(choices: unknown): unknown {
  return Array.isArray(choices) ? [...new Set<unknown>(choices)] : choices;
}

function at(tree: Tree, reference: string): unknown {
  const keys = reference
    .replace(/^#\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>((one, key) => {
    if (Array.isArray(one)) return one[Number(key)];
    return isObject(one) ? one[key] : undefined;
  }, tree);
}

/** The calls the fake answers, of the many there are. */
function onlyKnown(tree: Tree): Tree {
  const paths = treeOf(tree.paths);
  const known = Object.entries(paths).filter(([path]) =>
    /^\/(?:application|applicationFeedback|archiveReason|candidate|customField|file|interviewSchedule|offer|webhook)\./.test(
      path,
    ),
  );
  return { openapi: '3.0.3', info: tree.info, paths: resolved(tree, Object.fromEntries(known)) };
}

function isDocument(value: unknown): value is Document {
  return isObject(value) && 'openapi' in value && 'paths' in value;
}

function documentOf(tree: Tree): Document {
  if (!isDocument(tree)) throw new RangeError('The file of the vendor is no OpenAPI document.');
  return tree;
}

function errorsIn(
  what: string,
  errors: readonly { readonly instancePath: string; readonly message?: string | undefined }[] | null | undefined,
): readonly string[] {
  return (errors ?? []).map(
    ({ instancePath, message = '' }) => `${what}${instancePath.replaceAll(/\d+/g, 'n')} ${message}`,
  );
}
