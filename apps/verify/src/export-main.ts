import { writeFileSync } from 'node:fs';

const USAGE = `sunlit export <tender id> <file>

Fetches everything a platform has published about a tender, for \`npm run verify -- <file>\`.
BASE_URL names the platform (default: http://localhost:3000).
`;

async function main([tender, file, ...rest]: string[]): Promise<number> {
  if (tender === undefined || file === undefined || rest.length > 0) {
    console.log(USAGE);
    return 2;
  }
  const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
  const url = `${base}/api/public/tenders/${encodeURIComponent(tender)}/bundle`;
  const response = await fetch(url);
  if (!response.ok) {
    console.error(`${url}: HTTP ${response.status} ${await response.text()}`);
    return 1;
  }
  const text = await response.text();
  writeFileSync(file, text);
  console.log(`${file}: ${text.length} bytes`);
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
