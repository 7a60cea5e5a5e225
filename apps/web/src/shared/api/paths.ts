import type {
  Agenda,
  Clock,
  Credentials,
  Demo,
  DeviceSession,
  Page,
  Region,
  Role,
  Session,
  TenderCard,
  TenderDetail,
} from './wire';

interface Answer<Body> {
  readonly 200: { readonly content: { readonly 'application/json': Body } };
}
interface Nothing {
  readonly 204: { readonly content?: never };
}
interface Get<Body, Parameters = object> {
  readonly get: { readonly parameters: Parameters; readonly responses: Answer<Body> };
}
interface Post<Input, Responses, Parameters = object> {
  readonly post: {
    readonly parameters: Parameters;
    readonly requestBody: { readonly content: { readonly 'application/json': Input } };
    readonly responses: Responses;
  };
}
interface BarePost<Responses> {
  readonly post: { readonly parameters: object; readonly responses: Responses };
}
interface Delete<Parameters> {
  readonly delete: { readonly parameters: Parameters; readonly responses: Nothing };
}
interface Path<Names extends string> {
  readonly path: Readonly<Record<Names, string>>;
}

/** What the tender list may be asked for. */
export interface TenderQuery {
  readonly q?: string;
  readonly state?: string;
  readonly category?: string;
  readonly region?: string;
  readonly cursor?: string;
}

/** The routes the web speaks to, in the shape openapi-fetch reads. */
export interface paths {
  '/api/clock': Get<Clock>;
  '/api/demo': Get<Demo>;
  '/api/auth/sign-in': Post<Credentials, Answer<Session>>;
  '/api/auth/refresh': BarePost<Answer<Session>>;
  '/api/auth/sign-out': BarePost<Nothing>;
  '/api/auth/act-as': Post<
    { readonly organisationId: string; readonly role: Role },
    Answer<Session>
  >;
  '/api/me/sessions': Get<DeviceSession[]>;
  '/api/me/sessions/{id}': Delete<Path<'id'>>;
  '/api/me/password': Post<{ readonly current: string; readonly next: string }, Nothing>;
  '/api/me/totp': BarePost<Answer<{ readonly secret: string; readonly uri: string }>>;
  '/api/me/totp/confirm': Post<{ readonly code: string }, Nothing>;
  '/api/public/agenda': Get<Agenda>;
  '/api/public/regions': Get<{ readonly items: Region[] }>;
  '/api/public/tenders': Get<Page<TenderCard>, { readonly query?: TenderQuery }>;
  '/api/public/tenders/{id}': Get<TenderDetail, Path<'id'>>;
}
