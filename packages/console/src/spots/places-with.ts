/** The places whose labels have all of the words that were typed, in whatever case. */
export function placesWith(labels: readonly string[], typed: string): readonly string[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return labels;
  return labels.filter((label) => words.every((word) => label.toLowerCase().includes(word)));
}
