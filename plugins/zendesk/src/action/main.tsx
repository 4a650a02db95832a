import { createRoot } from 'react-dom/client';
import { start } from './start.tsx';
import type { ZafPage } from './zaf/zaf-page.ts';

declare global {
  interface Window {
    /** Zendesk's SDK, loaded before this program. */
    readonly ZAFClient: { init(): ZafPage };
  }
}

const root = document.getElementById('root');
if (root !== null) void start(window.ZAFClient.init(), { root: createRoot(root), page: document, hash: location.hash });
