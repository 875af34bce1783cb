// Takes the place of Node's `url` in Prism's reference parser: Node 24 and newer warn of what it uses there.

/** What a reference is, seen from where it stands; paths stay paths. */
export function resolve(from, to) {
  const { href } = new URL(to, new URL(from, 'file:///'));
  return /^[a-z]{2,}:/i.test(from) ? href : href.replace('file://', '');
}
