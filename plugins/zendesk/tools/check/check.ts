import { appOf, type App, type AppPackage } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import * as customObjects from './custom-object-rules.ts';
import * as files from './file-rules.ts';
import * as locations from './location-rules.ts';
import * as manifests from './manifest-rules.ts';
import * as parameters from './parameter-rules.ts';
import * as requirements from './requirement-rules.ts';
import * as svgs from './svg-rules.ts';
import * as texts from './text-rules.ts';
import * as translations from './translation-rules.ts';

const { manifestIsThere, ...manifestRules } = manifests;
const { symbolicLinks, ...fileRules } = files;
const rules: readonly ((app: App) => Iterable<Complaint>)[] = [
  manifestRules,
  parameters,
  locations,
  translations,
  requirements,
  customObjects,
  fileRules,
  svgs,
  texts,
].flatMap((group) => Object.values(group));

/** All that is wrong with a package: what Zendesk would refuse it for, and what it would warn of. */
export function check(pack: AppPackage): readonly Complaint[] {
  const app = appOf(pack);
  const everywhere = [...manifestIsThere(pack), ...symbolicLinks(pack)];
  return app === undefined ? everywhere : [...everywhere, ...rules.flatMap((rule) => [...rule(app)])];
}
