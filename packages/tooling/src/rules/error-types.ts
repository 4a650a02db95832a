import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

/** Answers a question about the type of an expression. */
export type Judge = (node: TSESTree.Node) => boolean;

/** Tells whether an expression is an error of any class. Judged by shape: what has a message and a stack is one. */
export function errors({ getTypeAtLocation }: ParserServicesWithTypeInformation): Judge {
  return (node) => hasErrorShape(getTypeAtLocation(node));
}

/**
 * Tells whether an expression is an error somebody else made, or may be one (`unknown`, as in a catch clause).
 * A class of this repository is ours, and its message was written under the same rule.
 */
export function foreignErrors({ program, getTypeAtLocation }: ParserServicesWithTypeInformation): Judge {
  const isForeign = (type: ts.Type): boolean => {
    if (type.isUnionOrIntersection()) return type.types.some(isForeign);
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true;
    if (!hasErrorShape(type)) return false;
    return !(type.getSymbol()?.declarations ?? []).every((declaration) => isOurs(declaration, program));
  };
  return (node) => isForeign(getTypeAtLocation(node));
}

function hasErrorShape(type: ts.Type): boolean {
  return type.getProperty('message') !== undefined && type.getProperty('stack') !== undefined;
}

function isOurs(declaration: ts.Declaration, program: ts.Program): boolean {
  const file = declaration.getSourceFile();
  return !program.isSourceFileDefaultLibrary(file) && !program.isSourceFileFromExternalLibrary(file);
}
