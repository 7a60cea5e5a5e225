import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { DRAW_EXTENSION_SCHEMA, isObject, textOf, type Json, type JsonObject } from '@core/ocds';

const FOLDER = resolve(__dirname, '../vectors/ocds/schema');

/** A schema, codelist collection or the like among the vectors. */
export function ocdsFile(name: string): JsonObject {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as JsonObject;
}

/** JSON Merge Patch (RFC 7396): how an extension changes a schema. */
function patched(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const made: Record<string, Json> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(made, name);
    else made[name] = patched(made[name], value);
  }
  return made;
}

const profile = patched(ocdsFile('release-schema.json'), DRAW_EXTENSION_SCHEMA) as JsonObject;
const codelists = ocdsFile('codelists.json') as unknown as Record<
  string,
  { readonly codes: Readonly<Record<string, string>> }
>;

const KEYWORDS = [
  'codelist',
  'openCodelist',
  'deprecated',
  'wholeListMerge',
  'omitWhenMerged',
  'versionId',
  'mergeStrategy',
  'mergeOptions',
];

function isStrictTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${match[1] ?? ''}T00:00:00Z`).toISOString().startsWith(match[1] ?? '?');
}

interface Validators {
  readonly release: ValidateFunction;
  readonly releasePackage: ValidateFunction;
  readonly recordPackage: ValidateFunction;
}

let made: Validators | undefined;

/** Compiled once: the release schema with our extensions under the official id, and both package schemas. */
export function ocdsValidators(): Validators {
  if (made) return made;
  const ajv = new Ajv4({ strict: true, strictTypes: false, allErrors: true });
  addFormats(ajv);
  for (const keyword of KEYWORDS) if (!ajv.getKeyword(keyword)) ajv.addKeyword(keyword);
  ajv.addFormat('date-time', isStrictTime);
  ajv.addSchema(profile);
  ajv.addSchema(ocdsFile('versioned-release-validation-schema.json'));
  const release = ajv.getSchema(textOf(profile.id));
  if (!release) throw new Error('the release schema has no id');
  made = {
    release,
    releasePackage: ajv.compile(ocdsFile('release-package-schema.json')),
    recordPackage: ajv.compile(ocdsFile('record-package-schema.json')),
  };
  return made;
}

/** What a validator says of a value, in words. */
export function schemaErrors(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
}

function resolved(node: JsonObject): JsonObject {
  if (typeof node.$ref !== 'string') return node;
  let at: Json | undefined = profile;
  for (const part of node.$ref.slice(2).split('/')) at = isObject(at) ? at[part] : undefined;
  return isObject(at) ? at : {};
}

class Review {
  readonly findings: string[] = [];

  walk(value: Json, schema: JsonObject, path: string): void {
    if (value === '' || value === null) this.findings.push(`${path}: empty`);
    this.codes(value, schema, path);
    if (Array.isArray(value)) this.items(value as Json[], schema, path);
    else if (isObject(value)) this.fields(value, schema, path);
  }

  private codes(value: Json, { codelist }: JsonObject, path: string): void {
    const codes = typeof codelist === 'string' ? codelists[codelist]?.codes : undefined;
    if (!codes) return;
    for (const code of Array.isArray(value) ? (value as Json[]) : [value]) {
      const isOurs = textOf(code).startsWith('x_');
      if (!isOurs && !(textOf(code) in codes)) {
        this.findings.push(`${path}: ${textOf(code)} not in codelist`);
      }
    }
  }

  private items(value: readonly Json[], schema: JsonObject, path: string): void {
    if (value.length === 0) this.findings.push(`${path}: empty`);
    const ids = value.flatMap((item) => (isObject(item) && item.id ? [textOf(item.id)] : []));
    if (new Set(ids).size !== ids.length) this.findings.push(`${path}: an id twice`);
    const items = isObject(schema.items) ? resolved(schema.items) : {};
    value.forEach((item, at) => {
      this.walk(item, items, `${path}/${at}`);
    });
  }

  private fields(value: JsonObject, schema: JsonObject, path: string): void {
    if (Object.keys(value).length === 0) this.findings.push(`${path}: empty`);
    const properties = isObject(schema.properties) ? schema.properties : {};
    for (const [name, inner] of Object.entries(value)) {
      const next = properties[name];
      if (isObject(next)) this.walk(inner, { ...resolved(next), ...next }, `${path}/${name}`);
      else this.findings.push(`${path}/${name}: unknown field`);
    }
  }
}

/** Fields the schema does not know, codes outside their codelists, and empty values: the Data Review Tool's walk. */
export function reviewFindings(release: JsonObject): readonly string[] {
  const review = new Review();
  review.walk(release, profile, '');
  return review.findings;
}

const list = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as JsonObject[]) : [];
const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function datesFindings(release: JsonObject): readonly (string | false)[] {
  const tender = object(release.tender);
  const date = textOf(release.date);
  const end = textOf(object(tender.tenderPeriod).endDate);
  const bids = list(object(release.bids).details).map((bid) => bid.id);
  return [
    ...(['tenderPeriod', 'enquiryPeriod'] as const).map((name) => {
      const { startDate, endDate } = object(tender[name]);
      return endDate !== undefined && textOf(startDate) > textOf(endDate) && `${name} ends early`;
    }),
    ...list(release.awards).flatMap((award) => [
      award.status !== 'cancelled' &&
        tender.status !== 'complete' &&
        'award without complete tender',
      end !== '' && end > textOf(award.date) && 'award before the deadline',
      textOf(award.date) > date && 'award after its release',
      !((award.relatedBids ?? []) as readonly Json[]).every((bid) => bids.includes(bid)) &&
        'award of an unknown bid',
    ]),
    ...list(tender.documents).flatMap((document) => [
      textOf(document.datePublished) > date && 'document after its release',
      Array.from(textOf(document.description)).length > 250 && 'description too long',
      !textOf(document.url).startsWith('http') && 'document without address',
    ]),
  ];
}

function partyFindings(release: JsonObject): readonly (string | false)[] {
  const tender = object(release.tender);
  const parties = list(release.parties);
  const bids = list(object(release.bids).details);
  const references: Readonly<Record<string, readonly JsonObject[]>> = {
    buyer: [object(release.buyer)],
    procuringEntity: [object(tender.procuringEntity)],
    tenderer: [...list(tender.tenderers), ...bids.flatMap((bid) => list(bid.tenderers))],
    supplier: list(release.awards).flatMap((award) => list(award.suppliers)),
  };
  return Object.entries(references).flatMap(([role, all]) => [
    ...all.flatMap((one) => {
      const [party, another] = parties.filter(({ id }) => id === one.id);
      const roles = (party?.roles ?? []) as readonly Json[];
      return [
        (!party || another !== undefined) && `${role} ${textOf(one.id)} is not one party`,
        party?.name !== one.name && `${role} under another name`,
        !roles.includes(role) && `${textOf(one.id)} has no role ${role}`,
      ];
    }),
    ...parties
      .filter((party) => (party.roles as readonly Json[]).includes(role))
      .map((party) => !all.some(({ id }) => id === party.id) && `role ${role} of nobody`),
  ]);
}

/** Coherence, consistency and references of a compiled release: the checks of Pelican that apply to one process. */
export function coherenceFindings(release: JsonObject): readonly string[] {
  const tender = object(release.tender);
  const counted = tender.numberOfTenderers ?? list(tender.tenderers).length;
  return [
    !/^ocds-[a-z0-9]{6}/.test(textOf(release.ocid)) && 'ocid has no prefix',
    counted !== list(tender.tenderers).length && 'numberOfTenderers',
    ...datesFindings(release),
    ...partyFindings(release),
  ].filter((one) => one !== false);
}
