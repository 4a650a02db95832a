// Lets Node 20 run TypeScript as it stands: node --import ./test/typescript.mjs FILE.ts
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
