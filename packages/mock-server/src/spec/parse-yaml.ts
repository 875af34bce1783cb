/** A module of its own, so that the parser is loaded only for a spec in YAML. */
export { parse as parseYaml } from 'yaml';
