// @ts-check
import { confidencePresent } from './confidence-present.js';
import { curationComplete } from './curation-complete.js';
import { curationLinked } from './curation-linked.js';
import { examplesPresent } from './examples-present.js';
import { keywordConfidence } from './keyword-confidence.js';
import { knownValues } from './known-values.js';
import { noWriteOnlyInResponses } from './no-write-only-in-responses.js';
import { oneErrorShape } from './one-error-shape.js';
import { operationIdStyle } from './operation-id-style.js';
import { pathTemplate } from './path-template.js';
import { patternCompiles } from './pattern-compiles.js';
import { propertiesDocumented } from './properties-documented.js';
import { sameFields } from './same-fields.js';
import { serverEnvironment } from './server-environment.js';
import { sharedConfidence } from './shared-confidence.js';
import { sourceFitsConfidence } from './source-fits-confidence.js';
import { sourcePresent } from './source-present.js';

/** The laws of this spec as a Redocly plugin; `redocly.yaml` turns each one on. */
export default function omsPlugin() {
  return {
    id: 'oms',
    rules: {
      oas3: {
        'confidence-present': confidencePresent,
        'curation-complete': curationComplete,
        'curation-linked': curationLinked,
        'examples-present': examplesPresent,
        'keyword-confidence': keywordConfidence,
        'known-values': knownValues,
        'no-write-only-in-responses': noWriteOnlyInResponses,
        'one-error-shape': oneErrorShape,
        'operation-id-style': operationIdStyle,
        'path-template': pathTemplate,
        'pattern-compiles': patternCompiles,
        'properties-documented': propertiesDocumented,
        'same-fields': sameFields,
        'server-environment': serverEnvironment,
        'shared-confidence': sharedConfidence,
        'source-fits-confidence': sourceFitsConfidence,
        'source-present': sourcePresent,
      },
    },
  };
}
