import { tryRule } from '../../test/rule-tester.ts';
import { documentedExports } from './documented-exports.ts';

const errors = [{ messageId: 'missing' }];

tryRule('documented-exports', documentedExports, {
  valid: [
    '/** Finds one person. */ export function find(): void {}',
    '/** What a host is. */ export interface Host {}',
    '/** Everything a door leads to. */\nexport const door = 1;',
    'function inner(): void {}',
    "export { a } from './a.ts';",
    "export * from './a.ts';",
    '/** Said where it stands. */ const door = 1; export { door };',
    '/** All kinds there are. */ export const kinds = ["a"] as const; export type Kind = (typeof kinds)[number];',
    'export type Issue = z.infer<typeof issueSchema>;',
  ],
  invalid: [
    { code: 'export function find(): void {}', errors },
    { code: '// Finds one person.\nexport function find(): void {}', errors },
    { code: '/* Finds one person. */ export function find(): void {}', errors },
    { code: '/** */ export interface Host {}', errors },
    { code: '/** Host. */ export interface Host {}', errors },
    { code: 'export const door = 1;', errors },
    { code: 'export class Personal {}', errors },
    { code: "export type Kind = 'a' | 'b';", errors },
    { code: 'const door = 1; export { door };', errors },
    { code: '/** Says something about one. */ export const one = 1; export const two = 2;', errors },
  ],
});
