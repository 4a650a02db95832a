import type { Spot } from '@lethe/core';
import { notInRest, plainText, requiredText } from './abilities.ts';
import { fieldSpot } from './fields.ts';
import type { Known } from './known.ts';
import { restrictionIn } from './known.ts';
import type { Filed, Part } from './parts.ts';
import { fileOf, placeDossier, textSpot } from './parts.ts';
import { dossierIdOf } from '../ids.ts';
import { spotAt } from '../place.ts';
import type { Attachment, Project } from '../schema.ts';

function filedUnder(project: number, known: Known): Filed {
  return {
    owner: 'project',
    key: project,
    dossier: placeDossier(dossierIdOf('project', project), `project ${project}`, {
      openedBy: 'unknown',
      project: String(project),
    }),
    restriction: restrictionIn(project, known),
  };
}

/** Texts of a project's own page. Its identifier is in every address and stays. */
export function projectSpots(project: Project, known: Known): readonly Spot[] {
  const filed = filedUnder(project.id, known);
  const texts: readonly Part[] = [
    { part: 'name', kind: 'dossier.title', label: 'name', text: project.name, ability: requiredText },
    { part: 'identifier', kind: 'dossier.field', label: 'identifier', text: project.identifier, ability: notInRest },
    {
      part: 'description',
      kind: 'dossier.description',
      label: 'description',
      text: project.description,
      ability: plainText,
    },
    { part: 'homepage', kind: 'dossier.field', label: 'homepage', text: project.homepage, ability: plainText },
  ];
  return [...texts.map((part) => textSpot(filed, part)), ...fieldSpots(project, filed, known)];
}

function fieldSpots(project: Project, filed: Filed, known: Known): readonly Spot[] {
  return project.custom_fields.flatMap((field): Spot[] => {
    const spot = fieldSpot(field, known.fields.get(field.id), 'other');
    if (spot === undefined) return [];
    const { part, ability = plainText, content } = spot;
    const id = spotAt('project', project.id, `${part}:${field.id}`);
    const label = `field ${field.id} of ${filed.dossier.label}`;
    return [{ id, kind: 'dossier.field', label, of: filed.dossier, content, ability: filed.restriction ?? ability }];
  });
}

/** Files of a project. */
export function projectFileSpots(project: number, files: readonly Attachment[], known: Known): readonly Spot[] {
  return files.map((file) => fileOf(filedUnder(project, known), file));
}
