import { isObject, textOf, type Json, type JsonObject } from './json';
import type { MergeRules } from './merge-rules';

/** A value of a versioned release, with the release that said it. */
interface Version {
  readonly releaseID: Json;
  readonly releaseDate: Json;
  readonly releaseTag: Json;
  readonly value: Json;
}

/** An array that is merged item by item, in order of appearance. */
class Items {
  readonly items = new Map<string, Fields>();
  private fresh = 0;

  /** The item with this id; a new one every time for those without. 1 and "1" are different ids. */
  at(id: Json | undefined): Fields {
    const key = id === undefined || id === null ? `fresh ${this.fresh++}` : JSON.stringify(id);
    const known = this.items.get(key);
    if (known) return known;
    const made: Fields = new Map();
    this.items.set(key, made);
    return made;
  }
}

type Node = Leaf | Items | Fields;
type Fields = Map<string, Node>;

/** What releases said of a field that is not merged any deeper, the last last; a repetition says nothing. */
class Leaf {
  readonly versions: Version[] = [];

  say(version: Version): void {
    const last = this.versions.at(-1);
    if (last && JSON.stringify(last.value) === JSON.stringify(version.value)) return;
    this.versions.push(version);
  }
}

interface Source {
  readonly id: Json;
  readonly date: Json;
  readonly tag: Json;
}

class Merger {
  constructor(private readonly rules: MergeRules) {}

  object(into: Fields, from: JsonObject, path: string, by: Source, isItem = false): void {
    for (const [name, value] of Object.entries(from)) {
      const here = path === '' ? name : `${path}/${name}`;
      const rule = this.rules.get(here);
      if (rule === 'omitWhenMerged') continue;
      if (isItem && name === 'id') this.identify(into, value, by);
      else this.field(into, name, value, here, rule === 'wholeListMerge', by);
    }
  }

  private identify(into: Fields, id: Json, by: Source): void {
    const leaf = new Leaf();
    leaf.say(this.said(id, by));
    into.set('id', leaf);
  }

  private field(
    into: Fields,
    name: string,
    value: Json,
    path: string,
    isWhole: boolean,
    by: Source,
  ): void {
    const known = into.get(name);
    if (isObject(value)) {
      const fields = known instanceof Map ? known : new Map<string, Node>();
      this.object(fields, value, path, by);
      // An object that says nothing changes nothing.
      if (fields.size > 0) into.set(name, fields);
    } else if (this.isIdList(value) && !isWhole) {
      if (value.length === 0) return;
      const list = known instanceof Items ? known : new Items();
      into.set(name, list);
      // Items that share an id within one release: the last one wins.
      for (const item of value) this.object(list.at(item.id), item, path, by, true);
    } else {
      const leaf = known instanceof Leaf ? known : new Leaf();
      into.set(name, leaf);
      leaf.say(this.said(value, by));
    }
  }

  private isIdList(value: Json): value is readonly JsonObject[] {
    return Array.isArray(value) && value.every(isObject);
  }

  private said(value: Json, by: Source): Version {
    return { releaseID: by.id, releaseDate: by.date, releaseTag: by.tag, value };
  }
}

function compiled(node: Node): Json | undefined {
  if (node instanceof Leaf) return node.versions.at(-1)?.value ?? undefined;
  if (node instanceof Items) return [...node.items.values()].map((item) => compiledFields(item));
  return compiledFields(node);
}

function compiledFields(fields: Fields): JsonObject {
  return Object.fromEntries(
    [...fields].flatMap(([name, node]) => {
      const value = compiled(node);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function versioned(node: Node): Json {
  if (node instanceof Leaf) return node.versions.map((version) => ({ ...version }));
  if (node instanceof Items)
    return [...node.items.values()].map((item) => versionedFields(item, true));
  return versionedFields(node, false);
}

function versionedFields(fields: Fields, isItem: boolean): JsonObject {
  return Object.fromEntries(
    [...fields].map(([name, node]) => {
      if (isItem && name === 'id' && node instanceof Leaf) {
        return [name, node.versions.at(-1)?.value ?? null];
      }
      return [name, versioned(node)];
    }),
  );
}

/** Releases by their date as text, as the reference does it; those of one moment keep their order. */
export function inOrder(releases: readonly JsonObject[]): readonly JsonObject[] {
  const date = (release: JsonObject): string => textOf(release.date);
  return [...releases].sort((one, other) =>
    date(one) < date(other) ? -1 : Number(date(one) > date(other)),
  );
}

function mergedFields(releases: readonly JsonObject[], rules: MergeRules): Fields {
  const merger = new Merger(rules);
  const fields: Fields = new Map();
  for (const release of releases) {
    const { ocid: _ocid, id, date, tag, ...rest } = release;
    merger.object(fields, rest, '', { id: id ?? null, date: date ?? null, tag: tag ?? null });
  }
  return fields;
}

/**
 * The compiled release of one contracting process: the standard's merge routine (OCDS 1.1, "Merging"). Releases are
 * taken in the order of their dates. Throws a RangeError when there is none.
 */
export function compileReleases(releases: readonly JsonObject[], rules: MergeRules): JsonObject {
  const sorted = inOrder(releases);
  const last = sorted.at(-1);
  if (!last) throw new RangeError('nothing to merge');
  return {
    tag: ['compiled'],
    id: `${textOf(last.ocid)}-${textOf(last.date)}`,
    date: last.date ?? null,
    ocid: last.ocid ?? null,
    ...compiledFields(mergedFields(sorted, rules)),
  };
}

/** The versioned release: for each field, what each release said of it. Throws a RangeError when there is none. */
export function versionReleases(releases: readonly JsonObject[], rules: MergeRules): JsonObject {
  const sorted = inOrder(releases);
  const last = sorted.at(-1);
  if (!last) throw new RangeError('nothing to merge');
  return { ocid: last.ocid ?? null, ...versionedFields(mergedFields(sorted, rules), false) };
}
