import '../spots/spots.css';

export { ReviewPage } from './review-page.tsx';
