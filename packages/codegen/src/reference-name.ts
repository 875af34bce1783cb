/** The name of the component that a `$ref` of the bundled document leads to. */
export function referenceName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
