import { useAdmin } from '../use-admin.js';

/** As much of an OpenAPI document as is shown. */
interface SpecDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
interface Operation {
  readonly summary?: unknown;
  readonly description?: unknown;
  readonly parameters?: readonly unknown[];
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly 'x-oms-source'?: unknown;
  readonly 'x-oms-confidence'?: unknown;
}
interface Parameter {
  readonly name?: unknown;
  readonly in?: unknown;
  readonly required?: unknown;
  readonly description?: unknown;
}

interface SpecOperationProps {
  readonly method: string;
  readonly path: string;
  /** Of the response, whose line is marked. */
  readonly status: number;
}

/** What the spec says of an operation. */
export function SpecOperation({ method, path, status }: SpecOperationProps) {
  const { result: spec } = useAdmin<SpecDocument>('spec');
  const item = spec?.paths?.[path];
  const operation = item?.[method.toLowerCase()] as Operation | undefined;
  if (spec === undefined) return <p>Reading the spec …</p>;
  if (operation === undefined) return <p>The spec has no such operation.</p>;
  const own = [...listOf(item?.['parameters']), ...listOf(operation.parameters)];
  const parameters = own.map((one) => resolved(spec, one) as Parameter);
  const responses = Object.entries(operation.responses ?? {});
  const sources = [operation['x-oms-source']].flat().filter((one) => typeof one === 'string');
  const met = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((code) =>
    responses.some(([declared]) => declared === code),
  );
  return (
    <aside aria-label="The operation in the spec" class="spec">
      <h4>In the spec</h4>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>
        <strong>{text(operation.summary)}</strong>
      </p>
      <p>{text(operation.description)}</p>
      {parameters.length > 0 && (
        <dl>
          {parameters.map((parameter) => (
            <div key={`${text(parameter.in)} ${text(parameter.name)}`}>
              <dt>
                <code>{text(parameter.name)}</code> in {text(parameter.in)}
                {parameter.required === true && ', required'}
              </dt>
              <dd>{text(parameter.description)}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul aria-label="Responses in the spec">
        {responses.map(([code, response]) => (
          <li key={code}>
            {code === met ? <strong>{code} ◀ this one</strong> : code}{' '}
            {text((resolved(spec, response) as { description?: unknown }).description)}
          </li>
        ))}
      </ul>
      <p>
        {text(operation['x-oms-confidence'])}
        {sources.map((source) => (
          <Source key={source} source={source} />
        ))}
      </p>
    </aside>
  );
}

/** A page that a fact comes from: a link where it is an address. */
function Source({ source }: { readonly source: string }) {
  if (!/^https?:\/\//.test(source)) return <>, {source}</>;
  return (
    <>
      ,{' '}
      <a href={source} target="_blank" rel="noreferrer noopener">
        {source.replace(/^https?:\/\//, '')}
      </a>
    </>
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a reference within the document stands for; an object that is none as it is. */
function resolved(document: object, value: unknown): object {
  const { $ref: reference } = Object(value) as { $ref?: unknown };
  if (typeof reference !== 'string') return Object(value);
  const steps = reference.split('/').slice(1);
  return Object(
    steps.reduce<unknown>((at, step) => {
      const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      return Object.hasOwn(Object(at), name) ? Reflect.get(Object(at), name) : undefined;
    }, document),
  );
}
