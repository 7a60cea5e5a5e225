import { verifyBundle, type BundleReport } from '@core/bundle';
import { until, type World } from './world';

/** The bundle of a tender as anybody downloads it, once the tender's record is closed. */
export async function closedBundle(world: World, tenderId: string): Promise<string> {
  return until('the record of the tender to be closed', async () => {
    const response = await world.stranger().fetch(`/api/public/tenders/${tenderId}/bundle`);
    if (!response.ok) return null;
    const text = await response.text();
    const result = await verifyBundle(JSON.parse(text));
    return !result.ok || result.report.complete ? text : null;
  });
}

/** What a stranger's verifier reports of a bundle; throws where it finds a fault. */
export async function verified(text: string): Promise<BundleReport> {
  const result = await verifyBundle(JSON.parse(text));
  if (!result.ok)
    throw new Error(`${result.step}: ${result.reason} ${JSON.stringify(result.detail)}`);
  return result.report;
}

/** The same bundle with one bit of one log entry turned over. */
export function bent(text: string): string {
  const bundle = JSON.parse(text) as { entries: string[] };
  const at = Math.floor(bundle.entries.length / 2);
  const entry = Buffer.from(bundle.entries[at] ?? '', 'base64');
  entry.writeUInt8(entry.readUInt8(0) ^ 1, 0);
  bundle.entries[at] = entry.toString('base64');
  return JSON.stringify(bundle);
}
