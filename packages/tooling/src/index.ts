export { housePlugin } from './plugin.ts';
export { promisesIn, unheldPromises, type Promised } from './promises.ts';
export { testFiles, type TextFile } from './test-files.ts';
