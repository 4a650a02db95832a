export { housePlugin } from './plugin.ts';
