import type { Ability, Personal } from '@lethe/core';
import { projectClosed } from './abilities.ts';
import * as api from '../api.ts';
import type { RedmineOptions } from '../options.ts';
import type { FieldDefinition, Project } from '../schema.ts';
import type { Transport } from '../call.ts';

const CLOSED = 5;

/** What has to be known about this Redmine before its rows can be read rightly. */
export interface Known {
  readonly options: RedmineOptions;
  readonly fields: ReadonlyMap<number, FieldDefinition>;
  readonly projects: ReadonlyMap<number, Project>;
}

/** Reads definitions of fields and the list of projects: one call, and one for each hundred projects. */
async function readKnown(transport: Transport, options: RedmineOptions): Promise<Known> {
  const [definitions, projects] = await Promise.all([api.fieldDefinitions(transport), allProjects(transport)]);
  return {
    options,
    fields: new Map(definitions.map((field) => [field.id, field])),
    projects: new Map(projects.map((project) => [project.id, project])),
  };
}

/** The same, kept for readings that only need to know what a field is. */
export class KnownOnce {
  readonly #transport: Transport;
  readonly #options: RedmineOptions;
  #known: Known | undefined;

  constructor(transport: Transport, options: RedmineOptions) {
    this.#transport = transport;
    this.#options = options;
  }

  /** Read now. */
  async fresh(): Promise<Known> {
    this.#known = await readKnown(this.#transport, this.#options);
    return this.#known;
  }

  /** As read last. */
  async latest(): Promise<Known> {
    return this.#known ?? this.fresh();
  }
}

async function allProjects(transport: Transport): Promise<readonly Project[]> {
  const all: Project[] = [];
  for await (const page of api.projects(transport)) all.push(...page);
  return all;
}

/** The restriction on everything in a closed project. */
export function restrictionIn(project: number, { projects }: Known): Ability | undefined {
  return projects.get(project)?.status === CLOSED ? projectClosed : undefined;
}

/** The number of the project of this identifier. */
export function projectCalled(identifier: Personal, { projects }: Known): number | undefined {
  return [...projects.values()].find((project) => project.identifier.equals(identifier))?.id;
}
