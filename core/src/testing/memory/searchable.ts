/** A text as the memory host's search sees it: its letters and digits, small, undecorated, decoded. Finds too much rather than too little. */
export function searchable(text: string): string {
  return text
    .replace(/=([0-9A-F]{2})/gu, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/gu, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
