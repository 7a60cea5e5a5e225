import { writeFileSync } from 'node:fs';
import { inReceipts, type Bundle } from '@core/bundle';
import { logPolicy, verifyCheckpoint } from '@core/ledger';

const USAGE = `sunlit export <tender id or number> <file> [--receipts]

Fetches everything a platform has published about a tender, for \`npm run verify -- <file>\`. A file that ends in .zip
is the whole archive package, with notices, contracts and their papers.
--receipts writes receipts in the place of the whole log: a small file, which cannot show what else the log holds.
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

/** The bundle with receipts of its tender's records in the place of the log. */
function receiptsOf(text: string): string {
  const bundle = JSON.parse(text) as Bundle;
  const { log, witnesses, quorum, demo } = bundle.policy;
  const policy = logPolicy({ log, witnesses, quorum, demo: demo === true });
  if (!policy.ok) throw new Error('the bundle names no usable policy');
  const isCosigned = (note: string): boolean => {
    const checkpoint = verifyCheckpoint(note, policy.value);
    return checkpoint.ok && checkpoint.value.quorumTime !== null;
  };
  const small = inReceipts(bundle, isCosigned);
  if (!small) throw new Error('the log of the bundle cannot be read');
  return JSON.stringify(small);
}

async function main(args: string[]): Promise<number> {
  const small = args.includes('--receipts');
  const [tender, file, ...rest] = args.filter((one) => one !== '--receipts');
  if (tender === undefined || file === undefined || rest.length > 0) {
    console.log(USAGE);
    return 2;
  }
  const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
  const id = await idOf(base, tender);
  const isWhole = file.endsWith('.zip');
  const what = isWhole ? 'archive' : 'bundle';
  const url = `${base}/api/public/tenders/${encodeURIComponent(id)}/${what}`;
  const response = await fetch(url);
  if (!response.ok) {
    console.error(`${url}: HTTP ${response.status} ${await response.text()}`);
    return 1;
  }
  const whole = Buffer.from(await response.arrayBuffer());
  const given = small && !isWhole ? Buffer.from(receiptsOf(whole.toString())) : whole;
  writeFileSync(file, given);
  console.log(`${file}: ${given.length} bytes from ${base}`);
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
