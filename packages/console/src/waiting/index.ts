import '../spots/spots.css';

export { NoticesPage } from './notices-page.tsx';
export { WaitingPage } from './waiting-page.tsx';
