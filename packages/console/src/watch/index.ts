import '../spots/spots.css';

export { WatchPage } from './watch-page.tsx';
