import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';

/**
 * Tells whether an expression is an error somebody else made, or may be one (`unknown`, as in a catch clause).
 * Judged by shape: what has a message and a stack is an error. A class of this repository is ours, and its message was
 * written under the same rule.
 */
export function foreignErrors({ program, getTypeAtLocation }: ParserServicesWithTypeInformation): Judge {
  const isForeign = (type: ts.Type): boolean => {
    if (type.isUnionOrIntersection()) return type.types.some(isForeign);
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true;
    if (type.getProperty('message') === undefined || type.getProperty('stack') === undefined) return false;
    return !(type.getSymbol()?.declarations ?? []).every((declaration) => isOurs(declaration, program));
  };
  return (node) => isForeign(getTypeAtLocation(node));
}

type Judge = (node: TSESTree.Node) => boolean;

function isOurs(declaration: ts.Declaration, program: ts.Program): boolean {
  const file = declaration.getSourceFile();
  return !program.isSourceFileDefaultLibrary(file) && !program.isSourceFileFromExternalLibrary(file);
}
