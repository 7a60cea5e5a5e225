import { randomUUID } from 'node:crypto';

/** A refusal, as a client sees it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params?: Record<string, unknown>;
  readonly law?: { ruleId: string; citation: string };
  readonly fields?: readonly { path: string; code: string }[];
}

/** Thrown for every answer that is not 2xx. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    where: string,
  ) {
    super(`${where}: ${problem.status} ${JSON.stringify(problem)}`);
  }
}

/** A real client over HTTP: bearer token, refresh cookie, idempotency keys. */
export class Client {
  token: string | null = null;
  cookie: string | null = null;
  readonly device: string;

  constructor(
    readonly url: string,
    device = 'sunlit-journey',
  ) {
    this.device = device;
  }

  async signIn(username: string, password: string, totp?: string): Promise<SignedInAnswer> {
    const answer = await this.post<SignedInAnswer>('/api/auth/sign-in', {
      username,
      password,
      ...(totp === undefined ? {} : { totp }),
    });
    this.token = answer.accessToken;
    return answer;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<T> {
    return this.send<T>('POST', path, body, { 'idempotency-key': key });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('PUT', path, body, { 'idempotency-key': randomUUID() });
  }

  delete<T>(path: string): Promise<T> {
    return this.send<T>('DELETE', path, undefined, { 'idempotency-key': randomUUID() });
  }

  /** The raw response, for downloads and headers. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...this.headers(), ...(init.headers as Record<string, string> | undefined) },
    });
  }

  /** The refusal of a call that must not succeed. */
  async refusal(call: Promise<unknown>): Promise<Problem> {
    try {
      await call;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    throw new Error('expected a refusal');
  }

  headers(): Record<string, string> {
    return {
      'user-agent': this.device,
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(this.cookie ? { cookie: this.cookie } : {}),
    };
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...this.headers(),
        ...extra,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? null;
    const text = await response.text();
    const value: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new ProblemError(value as Problem, `${method} ${path}`);
    return value as T;
  }
}

/** What sign-in answers. */
export interface SignedInAnswer {
  readonly accessToken: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly acting: { readonly organisationId: string; readonly role: string } | null;
  readonly memberships: readonly { readonly organisationId: string; readonly role: string }[];
  readonly permissions: readonly string[];
}
