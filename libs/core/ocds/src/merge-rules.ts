import { isObject, type Json, type JsonObject } from './json';

/** How the field at a path (`tender/items/additionalClassifications`, array positions left out) is merged. */
export type MergeRules = ReadonlyMap<string, 'omitWhenMerged' | 'wholeListMerge'>;

function resolve(schema: JsonObject, reference: string): JsonObject {
  let at: Json | undefined = schema;
  for (const part of reference.replace(/^#\//, '').split('/')) {
    at = isObject(at) ? at[part] : undefined;
  }
  return isObject(at) ? at : {};
}

/** Whether the items of an array are objects that have no `id` by their schema: nothing to merge them by. */
function hasNamelessItems(schema: JsonObject, node: JsonObject): boolean {
  const { items } = node;
  if (!isArrayType(node) || !isObject(items)) return false;
  const item = typeof items.$ref === 'string' ? resolve(schema, items.$ref) : items;
  return isObject(item.properties) && !('id' in item.properties);
}

function isArrayType(node: JsonObject): boolean {
  return node.type === 'array' || (Array.isArray(node.type) && node.type.includes('array'));
}

/**
 * Reads the merge rules out of a release schema (draft-04, references within itself), as the standard defines them:
 * `omitWhenMerged` leaves a field out, `wholeListMerge` (or items without an `id` in the schema) replaces an array as a whole.
 */
export function mergeRulesOf(schema: JsonObject): MergeRules {
  const rules = new Map<string, 'omitWhenMerged' | 'wholeListMerge'>();
  const walk = (node: Json | undefined, path: string, above: readonly string[]): void => {
    if (!isObject(node)) return;
    if (node.omitWhenMerged === true) rules.set(path, 'omitWhenMerged');
    else if (
      (node.wholeListMerge === true && isArrayType(node)) ||
      hasNamelessItems(schema, node)
    ) {
      rules.set(path, 'wholeListMerge');
    }
    if (typeof node.$ref === 'string' && !above.includes(node.$ref)) {
      walk(resolve(schema, node.$ref), path, [...above, node.$ref]);
    }
    if (isObject(node.properties)) {
      for (const [name, inner] of Object.entries(node.properties)) {
        walk(inner, path === '' ? name : `${path}/${name}`, above);
      }
    }
    walk(node.items, path, above);
    for (const choice of ['oneOf', 'anyOf', 'allOf'] as const) {
      const options = node[choice];
      if (Array.isArray(options)) for (const option of options) walk(option as Json, path, above);
    }
  };
  walk(schema, '', []);
  return rules;
}
