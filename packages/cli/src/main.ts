import { lethe } from './lethe.ts';
import { processSurroundings } from './output/process-surroundings.ts';

process.exitCode = await lethe(process.argv.slice(2), processSurroundings());
