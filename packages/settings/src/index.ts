export * from './installation.ts';
export * from './mail-settings.ts';
export * from './operations-settings.ts';
export * from './server-settings.ts';
export * from './settings-error.ts';
export * from './settings.ts';
export * from './work-settings.ts';
export { checked, faultIn, readYaml } from './yaml-file.ts';
export type { YamlFile } from './yaml-file.ts';
