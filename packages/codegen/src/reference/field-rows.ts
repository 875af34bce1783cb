import type { Marks, Schema, SpecModel } from '../model/spec-model.js';
import { code, prose } from './markdown.js';

/** Schemas inside schemas are shown up to this depth; deeper ones repeat themselves. */
const deepest = 5;

/** One row for each field of a schema and of those within it: name, type, text. */
export function fieldRows(
  schema: Schema,
  spec: SpecModel,
  prefix = '',
  depth = 0,
  alsoRequired: readonly string[] = [],
): string[][] {
  const whole = spec.resolve(schema);
  const required = [...alsoRequired, ...(whole.required ?? [])];
  if (whole.items !== undefined) return fieldRows(whole.items, spec, `${prefix}[]`, depth + 1);
  const alternatives = [...(whole.anyOf ?? []), ...(whole.oneOf ?? [])];
  if (depth > deepest) return [];
  return [
    ...(whole.allOf ?? []).flatMap((part) => fieldRows(part, spec, prefix, depth + 1, required)),
    ...alternatives.flatMap((part) => fieldRows(part, spec, prefix, depth + 1)),
    ...Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
      const field = spec.resolve(property);
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const isRequired = required.includes(name);
      return [row(path, field, isRequired, spec), ...fieldRows(property, spec, path, depth + 1)];
    }),
  ];
}

function row(path: string, field: Schema, isRequired: boolean, spec: SpecModel): string[] {
  const marks = [isRequired ? '**required**' : '', field.writeOnly === true ? '*write-only*' : ''];
  const name = [code(path), ...marks].filter((part) => part !== '').join(' ');
  return [name, typeText(field, spec), fieldText(field)];
}

/** The type of a value in words. */
export function typeText(schema: Schema, spec: SpecModel): string {
  const { type, format, items, enum: values, ...rest } = spec.resolve(schema);
  const known = rest['x-oms-known-values'];
  if (values !== undefined) return choice(values, rest['x-oms-open-enum'] === true);
  if (known !== undefined) return choice(known, true);
  if (rest.const !== undefined) return code(JSON.stringify(rest.const));
  if (items !== undefined) return `list of ${typeText(items, spec)}`;
  const alternatives = rest.anyOf ?? rest.oneOf;
  if (alternatives !== undefined) return alternatives.map((part) => typeText(part, spec)).join(' or ');
  const names = (typeof type === 'string' ? [type] : (type ?? ['any']))
    .map((name) => prose(name))
    .join(' or ');
  return format === undefined ? names : `${names}, ${prose(format)}`;
}

/** What a field means, what it may hold, and how sure that is. */
export function fieldText(field: Schema): string {
  const limits = [
    field.default === undefined ? '' : `Default ${code(JSON.stringify(field.default))}.`,
    field.pattern === undefined ? '' : `Matches ${code(field.pattern)}.`,
    range('characters', field.minLength, field.maxLength),
    range('', field.minimum, field.maximum),
  ];
  return [prose(field.description), ...limits, curationLinks(field)].filter((part) => part !== '').join(' ');
}

function range(unit: string, from?: number, to?: number): string {
  if (from === undefined && to === undefined) return '';
  const span = [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `up to ${to}`]
    .join(' ')
    .trim();
  return `${span} ${unit}`
    .trim()
    .replace(/^./, (letter) => letter.toUpperCase())
    .concat('.');
}

function choice(values: readonly unknown[], isOpen: boolean): string {
  const shown = values.map((value) => code(value === '' ? '""' : String(value)));
  const words = [...shown, ...(isOpen ? ['others'] : [])];
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

/** What a reader sees of a keyword that has a confidence of its own. `required` is said of a whole body, not of a field. */
const inWords: Readonly<Record<string, string>> = {
  pattern: 'pattern',
  format: 'format',
  description: 'meaning',
  type: 'type',
  minLength: 'length',
  minimum: 'range',
  'x-oms-known-values': 'values',
};

/** How sure a part is, with links to the sections of CURATION.md that argue it; empty where nothing is marked. */
export function curationLinks(marks: Marks, folder = '../../openapi'): string {
  const { 'x-oms-confidence': confidence, 'x-oms-curation': curation = [] } = marks;
  const slugs = (typeof curation === 'string' ? [curation] : curation).map((slug) => link(slug, folder));
  const doubts = Object.entries(marks['x-oms-confidence-of'] ?? {})
    .filter(([keyword, mark]) => mark !== 'documented' && inWords[keyword] !== undefined)
    .map(([keyword, mark]) => `*${prose(mark)} ${inWords[keyword]}*`);
  const sure = [...(confidence === undefined ? [] : [`*${prose(confidence)}*`]), ...doubts].join(' ');
  if (slugs.length === 0) return sure;
  return sure === '' ? `See ${slugs.join(', ')}.` : `${sure} ${slugs.join(', ')}`;
}

function link(slug: string, folder: string): string {
  return /^[\w-]+$/.test(slug) ? `[${slug}](${folder}/CURATION.md#${slug})` : prose(slug);
}
