import { OmsClient } from '@oms-sdk/client';
import { type MockServer, startMockServer, type Violation } from '@oms-sdk/mock-server';
import { exitCodes } from './exit-codes.js';
import { groupViolations } from './group-violations.js';
import type { LiveSettings } from './read-settings.js';
import { walkOperations } from './walk-operations.js';

type WriteLine = (line: string) => void;

/** Calls every operation through the checking proxy, prints how the API differs from the spec, and returns an exit code. */
export async function checkLive(settings: LiveSettings, writeLine: WriteLine): Promise<number> {
  const { apiKey, apiSecret, allowHttp, baseUrl: upstream } = settings;
  await using proxy = await startMockServer({ mode: 'proxy', upstream, allowHttp, listen: false });
  const oms = new OmsClient({ apiKey, apiSecret, baseUrl: proxy.url, fetch: proxy.fetch, maxRetries: 0 });
  writeLine(`${settings.baseUrl} against the spec`);
  await walkOperations(oms, settings, (operationId) => {
    const request = proxy.requests.findLast((candidate) => candidate.operationId === operationId);
    const outcome = request === undefined ? 'not sent' : String(request.upstreamFailure ?? request.status);
    writeLine(`  ${operationId.padEnd(28)} ${outcome}`);
  });
  return conclude(proxy, writeLine);
}

function conclude({ requests, violations }: MockServer, writeLine: WriteLine): number {
  const differences = groupViolations(violations);
  for (const { severity, code, operation, location, blame, count } of differences)
    writeLine(`  ${severity.padEnd(7)}  ${code}  ${operation}  ${location}  ${count}×  (${blame})`);
  const isAnswered = requests.some(
    (request) => request.operationId !== 'createToken' && request.status < 400,
  );
  if (!isAnswered) {
    writeLine('No operation succeeded: the API cannot be reached, or it refuses the key. Nothing is known.');
    return exitCodes.unknown;
  }
  const count = (wanted: Violation['severity']) =>
    differences.filter(({ severity }) => severity === wanted).length;
  const errors = count('error');
  const others = `${count('warning')} warnings, ${count('notice')} notices`;
  writeLine(`${errors} differences, ${others} in ${requests.length} requests.`);
  return errors > 0 ? exitCodes.differs : exitCodes.agrees;
}
