import { expect } from 'expect';

/** What one test did in the browser. `failure` is null when it passed. */
export interface Outcome {
  readonly suite: string;
  readonly name: string;
  readonly failure: string | null;
}

type Body = () => unknown;
type Cases = readonly unknown[];

interface Block {
  readonly name: string;
  readonly before: Body[];
  readonly after: Body[];
  readonly items: (Block | { readonly name: string; readonly test: Body })[];
}

const block = (name: string): Block => ({ name, before: [], after: [], items: [] });
const suites: Block[] = [];
let open = block('');

/** Jest's names for the cases of a table: `$name` from an object; `%s` and `%j` from a list. */
function nameOf(template: string, row: unknown, index: number): string {
  const pattern = template.replace(/%#/g, String(index));
  const isNamed = pattern.includes('$');
  if (isNamed && typeof row === 'object' && row !== null && !Array.isArray(row)) {
    return pattern.replace(/\$(\w+)/g, (whole, key: string) =>
      key in row ? String((row as Record<string, unknown>)[key]) : whole,
    );
  }
  const values = Array.isArray(row) ? (row as unknown[]).slice() : [row];
  return pattern.replace(/%([sdij])/g, (_, kind: string) => {
    const value = values.shift();
    return kind === 'j' ? JSON.stringify(value) : String(value);
  });
}

function it(name: string, test: Body): void {
  open.items.push({ name, test });
}

/** `it.each` and `describe.each` from the function they repeat. */
const each =
  (once: (name: string, body: Body) => void) =>
  (rows: Cases) =>
  (pattern: string, body: (...row: unknown[]) => unknown): void => {
    for (const [index, row] of rows.entries()) {
      once(nameOf(pattern, row, index), () =>
        Array.isArray(row) ? body(...(row as unknown[])) : body(row),
      );
    }
  };

it.each = each(it);

function describe(name: string, body: Body): void {
  const outer = open;
  open = block(name);
  outer.items.push(open);
  body();
  open = outer;
}

describe.each = each(describe);

/** Everything jest puts into the scope of a spec and the specs of the core use. */
Object.assign(globalThis, {
  expect,
  it,
  test: it,
  describe,
  beforeAll: (body: Body) => void open.before.push(body),
  afterAll: (body: Body) => void open.after.push(body),
});

async function failureOf(test: Body): Promise<string | null> {
  try {
    await test();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function run(
  suite: string,
  { before, after, items }: Block,
  path: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const body of before) await body();
  for (const item of items) {
    const name = path === '' ? item.name : `${path} ${item.name}`;
    if ('test' in item) outcomes.push({ suite, name, failure: await failureOf(item.test) });
    else outcomes.push(...(await run(suite, item, name)));
  }
  for (const body of after) await body();
  return outcomes;
}

Object.assign(globalThis, {
  startSuite: (file: string) => {
    open = block(file);
    suites.push(open);
  },
  runSuites: async () => {
    const outcomes: Outcome[] = [];
    for (const suite of suites) outcomes.push(...(await run(suite.name, suite, '')));
    return outcomes;
  },
});
