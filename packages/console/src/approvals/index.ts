import '../spots/spots.css';

export { ApprovalsPage } from './approvals-page.tsx';
