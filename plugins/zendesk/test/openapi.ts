import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { AjvCustomizer, Document, Operation } from 'openapi-backend';
import { parse } from 'openapi-backend/refparser.js';
import { isObject } from './fake/answer.ts';
import { beyondSpec, exclusive, laterParameters } from './openapi-gaps.ts';

/** A call with its answer, as it was sent and as it came back. */
export interface Traffic {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** The vendor's files, by what they describe. The first one that knows a call decides. */
const files = {
  support: 'zendesk-erasure-subset.2025-04.yaml',
  overlay: 'zendesk-erasure-overlay.yaml',
  helpCenter: 'zendesk-help-center-oas.2026-03.o2s.yaml',
  rest: 'zendesk-support-oas.2025-04.jentic.yaml',
};

/** Compares calls with the vendor's OpenAPI files, which are read from a folder and never part of this repository. */
export class SpecCheck {
  readonly #specs: readonly OpenAPIBackend[];
  #checked = { requests: 0, answers: 0 };

  private constructor(specs: readonly OpenAPIBackend[]) {
    this.#specs = specs;
  }

  /** Whether the files are in this folder. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, files.support));
  }

  static async of(folder: string): Promise<SpecCheck> {
    const read = async (file: string): Promise<Tree> => treeOf(await parse(join(folder, file)));
    const support = merged(await read(files.support), await read(files.overlay));
    const others = [files.helpCenter, files.rest].filter((file) => existsSync(join(folder, file)));
    const documents = [support, ...(await Promise.all(others.map(read)))];
    return new SpecCheck(await Promise.all(documents.map(backendFor)));
  }

  /** How many requests and answers were compared so far; answers the files say nothing of are not among them. */
  get checked(): { readonly requests: number; readonly answers: number } {
    return this.#checked;
  }

  /** What is wrong with a call and its answer, in words without their texts; nothing if all is as described. */
  check({ method, url, body, status, answer }: Traffic): readonly string[] {
    const { pathname, searchParams } = new URL(url, 'http://zendesk.test');
    const asked = pathname.replace(/\.json$/, '');
    const path = beyondSpec.find((gap) => gap.method === method && gap.path.test(asked))?.like ?? asked;
    const request = {
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body,
      query: Object.fromEntries(searchParams),
    };
    const name = `${method} ${asked.replaceAll(/\d{3,}/g, '{id}')}`;
    for (const spec of this.#specs) {
      const operation = spec.router.matchOperation(request);
      if (operation === undefined) continue;
      return [
        ...this.#requestFaults(spec, request, operation),
        ...this.#answerFaults(spec, operation, { status, answer }),
      ].map((fault) => `${name}: ${fault}`);
    }
    return beyondSpec.some((gap) => gap.method === method && gap.path.test(path))
      ? []
      : [`${name}: no file describes it`];
  }

  #requestFaults(
    spec: OpenAPIBackend,
    request: Parameters<OpenAPIBackend['validator']['validateRequest']>[0],
    operation: Operation,
  ): string[] {
    this.#checked = { ...this.#checked, requests: this.#checked.requests + 1 };
    return errorsIn('request', spec.validator.validateRequest(request, operation).errors);
  }

  /** The files describe what goes well. Refusals have one form, which Zendesk describes in prose. */
  #answerFaults(
    { validator }: OpenAPIBackend,
    operation: Operation,
    { status, answer }: Pick<Traffic, 'status' | 'answer'>,
  ): string[] {
    if (status === 0) return [];
    if (status >= 400)
      return isRefusal(answer) ? [] : [`answer ${String(status)} is no refusal as Zendesk writes them`];
    const described = Object.keys(operation.responses ?? {});
    if (!described.includes(String(status))) return [`answer ${String(status)} instead of ${described.join(', ')}`];
    this.#checked = { ...this.#checked, answers: this.#checked.answers + 1 };
    if (status === 204) return answer === undefined ? [] : ['answer 204 has a body'];
    return errorsIn('answer', validator.validateResponse(answer, operation, status).errors);
  }
}

type Tree = Record<string, unknown>;

function treeOf(value: unknown): Tree {
  if (!isObject(value)) throw new RangeError('A file of the vendor holds no object.');
  return value;
}

/** What the overlay says is added to what is there. */
function merged(base: Tree, over: Tree): Tree {
  return Object.entries(over).reduce<Tree>((tree, [key, value]) => {
    const before = tree[key];
    return { ...tree, [key]: isObject(before) && isObject(value) ? merged(before, value) : value };
  }, base);
}

async function backendFor(tree: Tree): Promise<OpenAPIBackend> {
  const definition = documentOf(completed(tree));
  const spec = new OpenAPIBackend({
    ...{ definition, quick: true, validate: true, coerceTypes: true, customizeAjv: withFormats },
    ajvOpts: { strict: false, allErrors: true },
  });
  await spec.init();
  return spec;
}

/** The files use three ways to write that a text is a time. */
const withFormats: AjvCustomizer = (ajv) => {
  for (const format of ['date-time', 'datetime', 'date'])
    ajv.addFormat(format, { type: 'string', validate: (text: string) => !Number.isNaN(Date.parse(text)) });
  for (const format of ['email', 'url', 'uri']) ajv.addFormat(format, /[@:]/);
  for (const format of ['int64', 'int32']) ajv.addFormat(format, { type: 'number', validate: Number.isInteger });
  return ajv;
};

/** With the parameters the files lack, and loosened where the files are narrower than Zendesk. */
function completed(tree: Tree): Tree {
  const paths = isObject(tree.paths) ? tree.paths : {};
  const entries = Object.entries(paths).map(([path, item]): [string, unknown] => [
    path,
    isObject(item) ? withParameters(tree, path, item) : item,
  ]);
  return treeOf(loosened({ ...tree, paths: Object.fromEntries(entries), components: nullable(tree.components) }));
}

/** With the parameters that are documented in prose, and without those of other paths. */
function withParameters(tree: Tree, path: string, item: Tree): Tree {
  const own = (value: unknown): Tree[] =>
    listIn(value)
      .map((one) => resolved(tree, one))
      .filter(({ name, in: place }) => place !== 'path' || path.includes(`{${String(name)}}`));
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]): [string, unknown] => {
      if (!isObject(operation)) return [method, own(operation)];
      const known = own(operation.parameters);
      const names = known.map(({ name }) => name);
      const later = laterParameters(method, path).filter((name) => !names.includes(name));
      const added = later.map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
      return [method, { ...operation, parameters: [...known, ...added] }];
    }),
  );
}

/** A parameter, or the one it refers to. */
function resolved({ components }: Tree, parameter: Tree): Tree {
  const name = typeof parameter.$ref === 'string' ? parameter.$ref.split('/').at(-1) : undefined;
  const named = isObject(components) ? components.parameters : undefined;
  const found = name === undefined || !isObject(named) ? undefined : named[name];
  return isObject(found) ? found : parameter;
}

function anythingIn(list: readonly unknown[]): readonly unknown[] {
  return list;
}

function listIn(value: unknown): Tree[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Zendesk answers `null` where something is not set; its files seldom say so. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (!isObject(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nullable(one)]));
  if (typeof value.type !== 'string' || value.in !== undefined) return inside;
  const choices = Array.isArray(value.enum) ? { enum: [...anythingIn(value.enum), null] } : {};
  return { ...inside, ...choices, nullable: true };
}

/** Alternatives of the files are met by several at a time, and what is exclusive is not asked for. */
function loosened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loosened);
  if (!isObject(value)) return value;
  const isExclusive = value.in === 'query' && exclusive.includes(String(value.name));
  const entries = Object.entries(value).map(([key, one]) => [
    key === 'oneOf' && Array.isArray(one) ? 'anyOf' : key,
    key === 'required' && isExclusive ? false : loosened(one),
  ]);
  return treeOf(Object.fromEntries(entries));
}

function isDocument(value: unknown): value is Document {
  return isObject(value) && 'openapi' in value && 'paths' in value;
}

function documentOf(tree: Tree): Document {
  if (!isDocument(tree)) throw new RangeError('A file of the vendor is no OpenAPI document.');
  return tree;
}

function isRefusal(answer: unknown): boolean {
  return isObject(answer) && (typeof answer.error === 'string' || Array.isArray(answer.errors));
}

function errorsIn(
  what: string,
  errors:
    | readonly { readonly instancePath: string; readonly message?: string | undefined; readonly params?: unknown }[]
    | null
    | undefined,
): string[] {
  return (errors ?? []).map(({ instancePath, message = '', params }) => {
    const extra =
      isObject(params) && typeof params.additionalProperty === 'string' ? ` (${params.additionalProperty})` : '';
    return `${what}${instancePath} ${message}${extra}`;
  });
}
