import '@mantine/core/styles.css';
import './theme/console.css';
import { createRoot } from 'react-dom/client';
import { Api } from './api/api.ts';
import { App } from './app.tsx';
import { allowNoMarkup, compileNothing } from './trusted-types.ts';
import { languageAtFirst } from './words/language-choice.ts';
import { wordsIn } from './words/words.ts';

allowNoMarkup(window);
compileNothing(window);
const words = await wordsIn(languageAtFirst(navigator.languages, localStorage));
const style = document.querySelector<HTMLMetaElement>('meta[name="lethe-style"]')?.nonce ?? '';
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App api={new Api()} words={words} styleNonce={style} />);
