import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import { isObject, textOf, type JsonObject } from './json';

/** Why a file of open data is not taken. `at` says where: `releases/3/ocid`. */
export type OcdsRefusal = Refusal<'ocds.malformed'>;

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MOST_OCID = 60;

function bad(at: string): Result<never, OcdsRefusal> {
  return refuse('ocds.malformed', { at });
}

/** Where a release lacks what every release has (schema 1.1: ocid, id, date, tag, initiationType); null when it has all. */
function faultOf(release: JsonObject): string | null {
  const { ocid, id, date, tag, initiationType } = release;
  if (typeof ocid !== 'string' || ocid === '' || ocid.length > MOST_OCID) return 'ocid';
  if (textOf(id) === '') return 'id';
  if (typeof date !== 'string' || !DATE_TIME.test(date) || Number.isNaN(Date.parse(date))) {
    return 'date';
  }
  if (!Array.isArray(tag) || tag.length === 0) return 'tag';
  return initiationType === 'tender' ? null : 'initiationType';
}

function listed(value: unknown, at: string): Result<readonly JsonObject[], OcdsRefusal> {
  if (!Array.isArray(value)) return bad(at);
  const releases: JsonObject[] = [];
  for (const [index, one] of (value as unknown[]).entries()) {
    if (!isObject(one)) return bad(`${at}/${index}`);
    const fault = faultOf(one);
    if (fault !== null) return bad(`${at}/${index}/${fault}`);
    releases.push(one);
  }
  return accept(releases);
}

/**
 * The releases in a JSON value: a release package, a record package or a record with its releases embedded, or one
 * release. Refused with the place of the fault; linked releases (records that only point at them) are refused too.
 */
export function releasesIn(value: unknown): Result<readonly JsonObject[], OcdsRefusal> {
  if (!isObject(value)) return bad('');
  if ('releases' in value) return listed(value.releases, 'releases');
  if (!('records' in value)) return listed([value], '');
  if (!Array.isArray(value.records)) return bad('records');
  const all: JsonObject[] = [];
  for (const [index, record] of (value.records as unknown[]).entries()) {
    if (!isObject(record)) return bad(`records/${index}`);
    const releases = listed(record.releases, `records/${index}/releases`);
    if (!releases.ok) return releases;
    all.push(...releases.value);
  }
  return accept(all);
}
