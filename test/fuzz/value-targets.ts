import { verifyBundle } from '@core/bundle';
import {
  checkSpec,
  DRAW_DEPOSIT,
  DRAW_EVENT,
  DRAW_FINAL,
  DRAW_FORCED,
  DRAW_LOCK,
  DRAW_RESULT,
  DRAW_REVEAL,
  DRAW_SPEC,
  DRAW_TABLE,
  DRAW_VOID,
  drawIds,
  verifyDraw,
} from '@core/draw';
import { canonicalObject, isObject, read, type Shape } from '@core/kernel';
import { logPolicy, readEntry, readRecord, verifyReceipt, type LoggedRecord } from '@core/ledger';
import { humanReport } from '../../apps/verify/src/report';
import { lines, rewrite, type Line } from '../vectors/lying-operator';
import bundle from '../vectors/tp1/bundle.json';
import tlog from '../vectors/tp1/tlog.json';
import { changed, changesOf } from './mutate';
import { changesIn, refused, type Target } from './target';

/** A target of values: changes of a value that is in order. */
function ofValue(
  name: string,
  share: number,
  base: unknown,
  judge: (value: unknown) => string | Promise<string>,
  canonicalOnly = false,
): Target {
  return {
    name,
    share,
    invent: (random) => ({ changes: changesOf(random, base, canonicalOnly) }),
    judge: (input) => judge(changed(base, changesIn(input))),
  };
}

async function verdict(value: unknown): Promise<string> {
  const result = await verifyBundle(value);
  humanReport(result, 'zh');
  humanReport(result, 'en');
  return result.ok ? 'accepted' : `${result.step}: ${refused(result.reason)}`;
}

const SHAPES: Readonly<Record<string, Shape<unknown>>> = {
  'draw.spec': DRAW_SPEC,
  'draw.lock': DRAW_LOCK,
  'draw.deposit': DRAW_DEPOSIT,
  'draw.reveal': DRAW_REVEAL,
  'draw.forced': DRAW_FORCED,
  'draw.final': DRAW_FINAL,
  'draw.result': DRAW_RESULT,
  'draw.event': DRAW_EVENT,
  'draw.void': DRAW_VOID,
  'draw.table': DRAW_TABLE,
};
const logged: LoggedRecord[] = [
  ...bundle.entries.flatMap((text, index) => {
    const entry = readEntry(new Uint8Array(Buffer.from(text, 'base64')));
    const record = entry.ok && entry.value.kind === 'clear' ? entry.value.record : null;
    return record ? [{ index, leaf: String(index).padStart(64, '0'), record }] : [];
  }),
  ...bundle.records.flatMap(({ index, record }) => {
    const readable = readRecord(record);
    return readable.ok
      ? [{ index, leaf: String(index).padStart(64, '0'), record: readable.value }]
      : [];
  }),
].filter(({ record }) => record.type.startsWith('draw.'));
const bodies = logged.map(({ record }) => ({ type: record.type, body: record.body }));

function shapes(value: unknown): string {
  if (!Array.isArray(value)) return 'no list';
  for (const one of value as unknown[]) {
    const { type, body } = isObject(one) ? one : { type: '', body: null };
    const shape = SHAPES[String(type)];
    const fits = shape ? read(shape, body) : null;
    if (fits && !fits.ok) return `${String(type)} ${refused('', fits.refusal.params)}`;
    if (fits && type === 'draw.spec') {
      const spec = checkSpec(body as never, bundle.scope);
      if (!spec.ok) return refused(spec.refusal.code, spec.refusal.params);
    }
  }
  return 'accepted';
}

/** Draw records whose bodies were changed, judged without the log around them. */
async function draws(value: unknown): Promise<string> {
  const records = logged.flatMap((one, at) => {
    const { type, body } = ((value as unknown[])[at] ?? {}) as { type?: unknown; body?: unknown };
    return isObject(body) && typeof type === 'string'
      ? [{ ...one, record: { ...one.record, type, body: canonicalObject(body) } }]
      : [];
  });
  for (const drawId of drawIds(records)) {
    const result = await verifyDraw(drawId, {
      scope: bundle.scope,
      records,
      gate: (index) => ({ size: index + 1, time: 1_692_806_300 }),
      keys: bundle.keys,
      closed: null,
      opened: () => [],
      complete: true,
    });
    if (!result.ok) return refused(result.refusal.code, result.refusal.params);
  }
  return 'accepted';
}

/** Bodies that were changed by an operator who then writes a consistent log. */
async function lie(value: unknown): Promise<string> {
  const told: Line[] = lines().map((line, at) => {
    const body = (value as unknown[])[at];
    return line.record && isObject(body)
      ? { ...line, record: { ...line.record, body: canonicalObject(body) } }
      : line;
  });
  return verdict(rewrite(told));
}

const policy = logPolicy(bundle.policy);

/** Parsers of values: whatever stands in them, the answer is typed. */
export const VALUE_TARGETS: readonly Target[] = [
  ofValue('draw-shapes', 40_000, bodies, shapes),
  ofValue('draw', 4_000, bodies, draws, true),
  ofValue('receipt', 6_000, tlog.receipts[0], (value) => {
    if (!policy.ok) throw new TypeError('policy');
    const report = verifyReceipt(value as never, policy.value);
    return report.ok ? 'accepted' : refused(report.refusal.code, report.refusal.params);
  }),
  ofValue('bundle', 2_500, bundle, verdict),
  ofValue(
    'lie',
    500,
    lines().map(({ record }) => record?.body ?? null),
    lie,
    true,
  ),
];
