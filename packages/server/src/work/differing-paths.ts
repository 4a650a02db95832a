/** Every setting in which two documents differ, by its path. A list is one setting. */
export function differingPaths(before: object, after: object): string[] {
  const [one, other] = [leavesOf(before, ''), leavesOf(after, '')];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
}

function leavesOf(branch: object, around: string): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  for (const [name, value] of new Map<string, unknown>(Object.entries(branch))) {
    const path = around === '' ? name : `${around}.${name}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) leaves.set(path, JSON.stringify(value));
    else for (const [inner, leaf] of leavesOf(value, path)) leaves.set(inner, leaf);
  }
  return leaves;
}
