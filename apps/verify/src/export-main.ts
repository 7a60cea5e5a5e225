import { writeFileSync } from 'node:fs';

const USAGE = `sunlit export <tender id or number> <file>

Fetches everything a platform has published about a tender, for \`npm run verify -- <file>\`.
BASE_URL names the platform (default: http://localhost:3000).
`;

/** A number such as T2026-0007 is what people know; the address wants the id. */
async function idOf(base: string, tender: string): Promise<string> {
  if (!/^T\d{4}-\d+$/.test(tender)) return tender;
  const response = await fetch(`${base}/api/public/tenders?q=${tender}`);
  if (!response.ok) throw new Error(`${base}: HTTP ${response.status}`);
  const { items } = (await response.json()) as { items: { id: string; code: string }[] };
  const found = items.find((one) => one.code === tender);
  if (!found) throw new Error(`${base} has published no tender ${tender}`);
  return found.id;
}

async function main([tender, file, ...rest]: string[]): Promise<number> {
  if (tender === undefined || file === undefined || rest.length > 0) {
    console.log(USAGE);
    return 2;
  }
  const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
  const id = await idOf(base, tender);
  const url = `${base}/api/public/tenders/${encodeURIComponent(id)}/bundle`;
  const response = await fetch(url);
  if (!response.ok) {
    console.error(`${url}: HTTP ${response.status} ${await response.text()}`);
    return 1;
  }
  const text = await response.text();
  writeFileSync(file, text);
  console.log(`${file}: ${Buffer.byteLength(text)} bytes from ${base}`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
