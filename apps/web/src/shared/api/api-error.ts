import type { LawBasis, RefusalParam } from '@core/kernel';

/** One field the server did not accept. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, RefusalParam>>;
}

/** An RFC 9457 body as this platform writes it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, RefusalParam>>;
  readonly law?: LawBasis;
  readonly fields?: readonly FieldProblem[];
  readonly traceId?: string;
}

/** A request that was not answered as hoped: refused by the server, or never received by it. */
export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    /** When the browser learned of it, in milliseconds. */
    readonly at: number,
  ) {
    super(problem.code);
    this.name = 'ApiError';
  }

  /** The code of the registry, or one of the browser's own. */
  get code(): string {
    return this.problem.code;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function lawOf(value: unknown): LawBasis | undefined {
  if (!isRecord(value)) return undefined;
  const { ruleId, citation } = value;
  return typeof ruleId === 'string' && typeof citation === 'string'
    ? { ruleId, citation }
    : undefined;
}

function fieldsOf(value: unknown): readonly FieldProblem[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(
    (field): field is FieldProblem =>
      isRecord(field) && typeof field.path === 'string' && typeof field.code === 'string',
  );
}

/** Reads a problem body; whatever is not one (a proxy's page, an empty body) becomes `internal`. */
export function parseProblem(body: unknown, status: number): Problem {
  if (!isRecord(body) || typeof body.code !== 'string') return { status, code: 'internal' };
  const law = lawOf(body.law);
  const fields = fieldsOf(body.fields);
  const { params, traceId } = body;
  return {
    status,
    code: body.code,
    ...(isRecord(params) ? { params: params as Readonly<Record<string, RefusalParam>> } : {}),
    ...(law ? { law } : {}),
    ...(fields ? { fields } : {}),
    ...(typeof traceId === 'string' ? { traceId } : {}),
  };
}

/** The error of a request that found no server. */
export function offlineError(): ApiError {
  return new ApiError({ status: 0, code: 'browser.offline' }, Date.now());
}
