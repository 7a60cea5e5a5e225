import type { JsonObject } from './json';
import { compileReleases } from './merge';
import { EXTENSIONS, PROFILE_RULES } from './profile';

/** Who publishes, under which licence and policy. */
export interface Publication {
  readonly publisher: { readonly name: string; readonly creditCode: string; readonly uri: string };
  readonly license: string;
  readonly publicationPolicy: string;
  /** Where our own extension lies. */
  readonly drawExtension: string;
}

/** Where a package stands in a list of packages. */
export interface PackagePlace {
  readonly uri: string;
  /** ISO 8601, UTC. */
  readonly publishedDate: string;
  readonly next?: string | undefined;
  readonly prev?: string | undefined;
}

function envelope(publication: Publication, place: PackagePlace): JsonObject {
  const { publisher, license, publicationPolicy, drawExtension } = publication;
  const { next, prev } = place;
  return {
    uri: place.uri,
    version: '1.1',
    publishedDate: place.publishedDate,
    publisher: {
      name: publisher.name,
      scheme: 'CN-USCC',
      uid: publisher.creditCode,
      uri: publisher.uri,
    },
    license,
    publicationPolicy,
    extensions: [...EXTENSIONS, drawExtension],
    ...(next === undefined && prev === undefined
      ? {}
      : {
          links: {
            ...(next === undefined ? {} : { next }),
            ...(prev === undefined ? {} : { prev }),
          },
        }),
  };
}

/** A release package. */
export function releasePackage(
  publication: Publication,
  place: PackagePlace,
  releases: readonly JsonObject[],
): JsonObject {
  return { ...envelope(publication, place), releases };
}

/** The record of one process: all its releases, and what they come to. Throws a RangeError for none. */
export function recordOf(releases: readonly JsonObject[]): JsonObject {
  const compiledRelease = compileReleases(releases, PROFILE_RULES);
  return { ocid: compiledRelease.ocid ?? null, releases, compiledRelease };
}

/** A record package. */
export function recordPackage(
  publication: Publication,
  place: PackagePlace,
  records: readonly JsonObject[],
): JsonObject {
  return { ...envelope(publication, place), records };
}
