import '../spots/spots.css';

export { OverviewPage } from './overview-page.tsx';
