/**
 * Only for jest, which cannot hand the ES module `react-merge-refs` to Garden's CommonJS: one function that gives an element
 * to each of several refs.
 */
exports.mergeRefs = (refs) => (element) => {
  for (const ref of refs) {
    if (typeof ref === 'function') ref(element);
    else if (ref != null) ref.current = element;
  }
};
