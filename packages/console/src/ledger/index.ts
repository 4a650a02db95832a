import '../spots/spots.css';

export { LedgerPage } from './ledger-page.tsx';
