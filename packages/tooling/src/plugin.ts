import { documentedExports } from './rules/documented-exports.ts';
import { fixedErrorText } from './rules/fixed-error-text.ts';
import { fixedLogText } from './rules/fixed-log-text.ts';
import { noHostName } from './rules/no-host-name.ts';
import { noReveal } from './rules/no-reveal.ts';
import { tellingFileName } from './rules/telling-file-name.ts';

/** The house rules as an ESLint plugin; `eslint.config.js` says where each one holds. */
export const housePlugin = {
  meta: { name: 'lethe' },
  rules: {
    'documented-exports': documentedExports,
    'fixed-error-text': fixedErrorText,
    'fixed-log-text': fixedLogText,
    'no-host-name': noHostName,
    'no-reveal': noReveal,
    'telling-file-name': tellingFileName,
  },
};
