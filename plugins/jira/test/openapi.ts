import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { AjvCustomizer, Document, Operation } from 'openapi-backend';
import { parse } from 'openapi-backend/refparser.js';
import { isObject } from './fake/answer.ts';
import { beyondSpec, knownFaults } from './openapi-gaps.ts';

/** A call with its answer, as it was sent and as it came back. */
export interface Traffic {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** The files by what they describe. The first one that knows a call decides. */
export const specFiles = {
  platform: 'jira-platform-v3.json',
  desk: 'jira-servicedesk.json',
  overlay: 'jira-erasure-overlay.json',
};

/** Compares calls with Atlassian's OpenAPI files, which are read from a folder and never part of this repository. */
export class SpecCheck {
  readonly #specs: readonly OpenAPIBackend[];
  #checked = { requests: 0, answers: 0 };

  private constructor(specs: readonly OpenAPIBackend[]) {
    this.#specs = specs;
  }

  /** Whether the files are in this folder. */
  static isIn(folder: string): boolean {
    return Object.values(specFiles).every((file) => existsSync(join(folder, file)));
  }

  static async of(folder: string): Promise<SpecCheck> {
    const read = async (file: string): Promise<Tree> => treeOf(await parse(join(folder, file)));
    const documents = await Promise.all(Object.values(specFiles).map(read));
    return new SpecCheck(await Promise.all(documents.map(backendFor)));
  }

  /** How many requests and answers were compared so far; answers the files say nothing of are not among them. */
  get checked(): { readonly requests: number; readonly answers: number } {
    return this.#checked;
  }

  /** What is wrong with a call and its answer, in words without their texts; nothing if all is as described. */
  check({ method, url, body, status, answer }: Traffic): readonly string[] {
    const { pathname, searchParams } = new URL(url, 'http://jira.test');
    const request = {
      ...{ method, body, path: pathname, query: Object.fromEntries(searchParams) },
      headers: { 'content-type': 'application/json' },
    };
    for (const spec of this.#specs) {
      const operation = spec.router.matchOperation(request);
      if (operation === undefined) continue;
      const name = `${method} ${operation.path}`;
      const faults = [
        ...this.#requestFaults(spec, request, operation),
        ...this.#answerFaults(spec, operation, { status, answer }),
      ];
      return faults.filter((fault) => !isKnown(name, fault)).map((fault) => `${name}: ${fault}`);
    }
    const isGap = beyondSpec.some((gap) => gap.method === method && gap.path.test(pathname));
    return isGap ? [] : [`${method} ${pathname.replaceAll(/[^/]*\d{3,}[^/]*/g, '{id}')}: no file describes it`];
  }

  #requestFaults(
    spec: OpenAPIBackend,
    request: Parameters<OpenAPIBackend['validator']['validateRequest']>[0],
    operation: Operation,
  ): string[] {
    this.#checked = { ...this.#checked, requests: this.#checked.requests + 1 };
    return errorsIn('request', spec.validator.validateRequest(request, operation).errors);
  }

  #answerFaults(
    { validator }: OpenAPIBackend,
    operation: Operation,
    { status, answer }: Pick<Traffic, 'status' | 'answer'>,
  ): string[] {
    if (status === 0) return [];
    if (status >= 400) return isRefusal(answer) ? [] : [`answer ${status} is no refusal as Jira writes them`];
    const described = Object.keys(operation.responses ?? {});
    if (!described.includes(String(status))) return [`answer ${status} instead of ${described.join(', ')}`];
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

function isKnown(name: string, fault: string): boolean {
  return knownFaults.some(({ at, says }) => at.test(name) && says.test(fault));
}

async function backendFor(tree: Tree): Promise<OpenAPIBackend> {
  const spec = new OpenAPIBackend({
    ...{ definition: documentOf(treeOf(completed(tree))), quick: true, validate: true, coerceTypes: true },
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
  for (const format of ['int64', 'int32']) ajv.addFormat(format, { type: 'number', validate: Number.isInteger });
  return ajv;
};

/** Marks for writers and readers are no rules of the form. */
function completed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completed);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([key, one]) => !(['readOnly', 'writeOnly'].includes(key) && one === true),
  );
  return Object.fromEntries(entries.map(([key, one]) => [key, key === 'example' ? undefined : completed(one)]));
}

function isDocument(value: unknown): value is Document {
  return isObject(value) && 'openapi' in value && 'paths' in value;
}

function documentOf(tree: Tree): Document {
  if (!isDocument(tree)) throw new RangeError('A file of the vendor is no OpenAPI document.');
  return tree;
}

/** The platform, Jira Service Management and the customer service API each have their own way to say no. */
function isRefusal(answer: unknown): boolean {
  if (!isObject(answer)) return false;
  return Array.isArray(answer.errorMessages) || typeof answer.errorMessage === 'string' || Array.isArray(answer.errors);
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
    return `${what}${instancePath.replaceAll(/\d+/g, 'n')} ${message}${extra}`;
  });
}
