import type { ReactElement } from 'react';

/** The mark of the product with its name: water that carries something away. */
export function Mark(): ReactElement {
  return (
    <span className="mark">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" className="mark-ground" />
        <path d="M5 13c3.7-3 7.3-3 11 0s7.3 3 11 0" className="mark-wave" />
        <path d="M5 20c3.7-3 7.3-3 11 0" className="mark-ebb" />
        <path d="M20 21.4h1M25 20.6h1" className="mark-ebb" />
      </svg>
      Lethe
    </span>
  );
}
