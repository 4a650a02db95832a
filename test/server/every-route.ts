import type { TestGround } from '@lethe/server/testing';
import { z } from 'zod';

/** The server as `TestGround` runs it. */
export type App = Awaited<ReturnType<TestGround['serve']>>;

/** One method of one path, as the server's own description has it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly needs: string;
}

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-lethe-needs': z.string() }))),
});
const methodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every operation of the server's description. */
export function operationsOf(app: App): readonly Operation[] {
  const { paths } = descriptionSchema.parse(app.swagger());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-lethe-needs': needs }]) => ({
      ...{ method: methodSchema.parse(method.toUpperCase()), path, needs },
    })),
  );
}

/** What stands in the place of a path's parameters: of something that is there, or of something nobody has. */
export type Filling = Readonly<Record<string, string>>;

/** An address of that path. */
export function filled(path: string, filling: Filling, otherwise: string): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => filling[name] ?? otherwise);
}

/** Every path and method the router itself has, in the words of the description. */
export function routesOf(app: App): readonly string[] {
  const lines = app.printRoutes({ commonPrefix: false }).split('\n');
  const parts: string[] = [];
  const routes: string[] = [];
  for (const line of lines) {
    const [, indent = '', part = '', , methods] = /^([│ ]*)[├└]── (\S+)( \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (part === '') continue;
    parts.length = indent.length / 4;
    parts.push(part);
    for (const method of methods?.split(', ') ?? []) routes.push(`${method} ${parts.join('')}`);
  }
  return routes.map((route) => route.replace(/:(\w+)/g, '{$1}'));
}
