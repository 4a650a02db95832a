export { FromPage } from './from-page.tsx';
