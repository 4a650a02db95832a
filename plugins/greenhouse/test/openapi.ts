import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { AjvCustomizer, Document } from 'openapi-backend';
import { parse } from 'openapi-backend/refparser.js';
import { isObject } from './fake/answer.ts';

/** A call with its answer, as it was sent and as it came back. */
export interface Traffic {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

const file = 'harvest-v3-partial.openapi.json';

/** Lists the file has the rows and the scope of, but not the call, by the row's name; each is taken to be like applications. */
export const likeApplications: Readonly<Record<string, string>> = {
  candidates: 'candidate',
  notes: 'note',
  attachments: 'attachment',
  candidate_educations: 'candidate_education',
  candidate_employments: 'candidate_employment',
  offers: 'offer',
  interviews: 'interview',
  rejection_details: 'rejection_detail',
  prospect_details: 'prospect_detail',
  eeoc: 'eeoc',
  demographic_answers: 'demographic_answer',
};

/** Filters no source we could read shows for these lists: numbers separated by commas, as they are for others. */
const taken = ['candidate_ids', 'application_ids'];

/** What the file says of rows that have lost what they belonged to, which it does not think of. */
export const knownFaults: readonly { readonly says: RegExp; readonly why: string }[] = [
  {
    says: /prospect_details: answer\/n\/(?:department|office)_id must be integer$/,
    why: 'a prospect whose offices and departments were anonymized has none, and the file has no null for that',
  },
];

type Tree = Record<string, unknown>;

/** Compares calls of version 3 with the part of Greenhouse's description we hold, which is never part of this repository. */
export class SpecCheck {
  readonly #spec: OpenAPIBackend;
  readonly #scopes: ReadonlySet<string>;
  #checked = { requests: 0, answers: 0 };

  private constructor(spec: OpenAPIBackend, scopes: ReadonlySet<string>) {
    this.#spec = spec;
    this.#scopes = scopes;
  }

  /** Whether the file is in this folder. */
  static isIn(folder: string): boolean {
    return existsSync(join(folder, file));
  }

  static async of(folder: string): Promise<SpecCheck> {
    const tree = treeOf(readable(await parse(join(folder, file))));
    const scopes = treeIn(tree, 'components', 'securitySchemes', 'oauth2', 'flows', 'clientCredentials', 'scopes');
    const definition = documentOf({ ...tree, paths: { ...named(treeIn(tree, 'paths')), ...added(tree) } });
    const spec = new OpenAPIBackend({
      ...{ definition, quick: true, validate: true, coerceTypes: true, customizeAjv: withFormats },
      ajvOpts: { strict: false, allErrors: true },
    });
    await spec.init();
    return new SpecCheck(spec, new Set(Object.keys(scopes)));
  }

  get checked(): { readonly requests: number; readonly answers: number } {
    return this.#checked;
  }

  /** Whether Greenhouse has a scope of that name. */
  knows(scope: string): boolean {
    return this.#scopes.has(scope);
  }

  /** What is wrong with a call and its answer, in words without their texts; nothing if all is as described. */
  check({ method, url, body, status, answer }: Traffic): readonly string[] {
    const { pathname: path, searchParams } = new URL(url, 'http://greenhouse.test');
    const name = `${method} ${path.replaceAll(/\d{2,}/g, '{id}')}`;
    const request = {
      method,
      path,
      body,
      query: queryIn(searchParams),
      headers: { 'content-type': 'application/json' },
    };
    const operation = this.#spec.router.matchOperation(request);
    if (operation === undefined) return [`${name}: the file does not describe it`];
    if (status >= 400) return isRefusal(answer) ? [] : [`${name}: ${String(status)} is no refusal`];
    this.#checked = { requests: this.#checked.requests + 1, answers: this.#checked.answers + 1 };
    const { validator } = this.#spec;
    return [
      ...errorsIn('request', validator.validateRequest(request, operation).errors),
      ...errorsIn('answer', validator.validateResponse(answer, operation, status).errors),
    ]
      .map((fault) => `${name}: ${fault}`)
      .filter((fault) => !knownFaults.some(({ says }) => says.test(fault)));
  }
}

/** Lists of numbers are given as lists: commas between them are how Greenhouse wants them, and how the file says it. */
function queryIn(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...query].map(([name, value]) => [name, name.endsWith('ids') ? value.split(',') : value]));
}

/** Calls the file has all the parts of, but does not describe. */
function added(tree: Tree): Tree {
  const operation = treeIn(tree, 'paths', '/v3/applications', 'get');
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'].filter(isObject) : [];
  const common = parameters.filter(({ name }) => ['cursor', 'per_page', 'ids', ...taken].includes(String(name)));
  const byApplication = parameters
    .filter(({ name }) => name === 'candidate_ids')
    .map((one) => ({ ...one, name: 'application_ids' }));
  const email = { name: 'email', in: 'query', schema: { type: 'string' } };
  const lists = Object.entries(likeApplications).map(([name, row]): [string, unknown] => {
    const more = name === 'candidates' ? [email] : byApplication;
    const rows = { type: 'array', items: treeIn(tree, 'components', 'schemas', row) };
    return [`/v3/${name}`, { get: { operationId: name, parameters: [...common, ...more], responses: ok(rows) } }];
  });
  const one = treeIn(tree, 'components', 'schemas', 'candidate');
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
  const patch = (operationId: string): unknown => ({ patch: { operationId, parameters: [id], responses: ok(one) } });
  return {
    ...Object.fromEntries(lists),
    '/v3/candidates/{id}': patch('update'),
    '/v3/candidates/{id}/anonymize': patch('anonymize'),
    '/v3/attachments/{id}': {
      delete: { operationId: 'destroy', parameters: [id], responses: ok({ type: 'object' }) },
    },
  };
}

/** Without patterns: the file writes them as Ruby does. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key, one]) => key !== 'pattern' || typeof one !== 'string');
  return Object.fromEntries(entries.map(([key, one]) => [key, readable(one)]));
}

/** The file gives its calls no names, and the comparison wants them. */
function named(paths: Tree): Tree {
  const entries = Object.entries(paths).map(([path, item]): [string, unknown] => {
    const operations = Object.entries(treeOf(item)).map(([method, one]): [string, unknown] => [
      method,
      isObject(one) ? { ...one, operationId: `${method} ${path}` } : one,
    ]);
    return [path, Object.fromEntries(operations)];
  });
  return Object.fromEntries(entries);
}

function ok(schema: unknown): unknown {
  return { '200': { description: 'ok', content: { 'application/json': { schema } } } };
}

function treeOf(value: unknown): Tree {
  if (!isObject(value)) throw new RangeError('The file holds no object.');
  return value;
}

function treeIn(tree: Tree, ...path: readonly string[]): Tree {
  return path.reduce<Tree>((at, key) => treeOf(at[key]), tree);
}

function isDocument(value: unknown): value is Document {
  return isObject(value) && 'openapi' in value && 'paths' in value;
}

function documentOf(tree: Tree): Document {
  if (!isDocument(tree)) throw new RangeError('The file is no OpenAPI document.');
  return tree;
}

const withFormats: AjvCustomizer = (ajv) => {
  for (const format of ['date-time', 'date'])
    ajv.addFormat(format, { type: 'string', validate: (text: string) => !Number.isNaN(Date.parse(text)) });
  return ajv;
};

function isRefusal(answer: unknown): boolean {
  return isObject(answer) && typeof answer['message'] === 'string';
}

interface Fault {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: unknown;
}

function errorsIn(what: string, errors: readonly Fault[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message = '', params }) => {
    const extra = isObject(params) && typeof params['additionalProperty'] === 'string';
    return `${what}${instancePath.replaceAll(/\d+/g, 'n')} ${message}${extra ? ` (${String(params['additionalProperty'])})` : ''}`;
  });
}
