// Builds docs/site from the guides, the reference and the READMEs.
import { fileURLToPath } from 'node:url';
import { buildSite } from './build-site.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = buildSite(root, `${root}docs/site`);
console.log(`${pages} pages: open docs/site/index.html`);
