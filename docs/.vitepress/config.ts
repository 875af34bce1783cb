import { fileURLToPath } from 'node:url';
import { siteConfig } from './site-config.js';

export default siteConfig(fileURLToPath(new URL('../..', import.meta.url)));
