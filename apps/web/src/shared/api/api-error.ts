import type { LawBasis, RefusalParam } from '@core/kernel';

/** One field the server did not accept. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, RefusalParam>>;
}

/** The law behind a refusal, with the words of its rule where the server knows them. */
export interface ToldBasis extends LawBasis {
  /** The operative phrase. */
  readonly quote?: string;
  /** What the rule demands, in plain words. */
  readonly zh?: string;
  readonly en?: string;
  /** How far the wording was checked: a status of the rule set. */
  readonly status?: string;
}

/** An RFC 9457 body as this platform writes it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params?: Readonly<Record<string, RefusalParam>>;
  readonly law?: ToldBasis;
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

function lawOf(value: unknown): ToldBasis | undefined {
  if (!isRecord(value)) return undefined;
  const { ruleId, citation, quote, zh, en, status } = value;
  if (typeof ruleId !== 'string' || typeof citation !== 'string') return undefined;
  return {
    ruleId,
    citation,
    ...(typeof quote === 'string' ? { quote } : {}),
    ...(typeof zh === 'string' ? { zh } : {}),
    ...(typeof en === 'string' ? { en } : {}),
    ...(typeof status === 'string' ? { status } : {}),
  };
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
