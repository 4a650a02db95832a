import { relative } from 'node:path';
import { appFolder, makeAppFolder } from './app-folder.ts';

await makeAppFolder(appFolder, process.env['FORGE_APP_ID']);
console.log(`The Forge app is in ${relative(process.cwd(), appFolder)}: run "npm install" and "forge deploy" there.`);
