// @ts-check
import { known } from './marks.js';

const ownFile = /^#\/$/;
const component = /^#\/components\/\w+\/[^/]+$/;

/**
 * What several operations share (a schema, parameter, response or header of its own) has a confidence mark of its own, so
 * that a field in it without a mark means the same wherever it is used.
 * @type {import('./rule.ts').Rule}
 */
export const sharedConfidence = () => ({
  Schema: checkMark,
  Parameter: checkMark,
  Response: checkMark,
  Header: checkMark,
});

/** @type {import('./rule.ts').Visit} */
function checkMark(node, { location, report }) {
  const isShared = ownFile.test(location.pointer) || component.test(location.pointer);
  if (!isShared || node['x-oms-confidence'] !== undefined) return;
  report({
    message: `Several operations may share this, and it has no x-oms-confidence. Give it one: ${known}.`,
    location: location.key(),
  });
}
