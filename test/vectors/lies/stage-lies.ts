import { canonicalObject, signPayload } from '@core/kernel';
import type { LedgerRecord } from '@core/ledger';
import { testSeed, type Lie, type Line } from '../lying-operator';
import { twoStageBundle, twoStageSecret } from '../two-stage';
import type { Told } from './lie';
import { is } from './moves';

type Loose = Record<string, unknown>;
type Which = (record: LedgerRecord) => boolean;
type Change = (lines: readonly Line[]) => readonly Line[];

const STAGE = '4.5 keys of a later stage';
const RESTRICTED = '4.5 restricted envelopes';
const decision = is('opening.stage');
const tech = (bid: string): Loose => ({ bid, env: 'tech' });
const price = (bid: string): Loose => ({ bid, env: 'price' });

const picks = (which: Which) => (line: Line) => line.record !== null && which(line.record);
const without =
  (...which: readonly Which[]): Change =>
  (lines) =>
    lines.filter((line) => !which.some((one) => picks(one)(line)));
const say =
  (which: Which, change: (body: Loose) => Loose, type?: string): Change =>
  (lines) =>
    lines.map((line) => {
      if (!line.record || !which(line.record)) return line;
      const body = canonicalObject(change({ ...line.record.body }));
      return { ...line, record: { ...line.record, type: type ?? line.record.type, body } };
    });
const moved =
  (which: Which, before: Which): Change =>
  (lines) => {
    const rest = lines.filter((line) => !picks(which)(line));
    const at = rest.findIndex(picks(before));
    return [...rest.slice(0, at), ...lines.filter(picks(which)), ...rest.slice(at)];
  };
const after =
  (which: Which, type: string, body: Loose): Change =>
  (lines) =>
    lines.flatMap((line) => {
      if (!line.record || !picks(which)(line)) return [line];
      return [line, { ...line, record: { ...line.record, type, body: canonicalObject(body) } }];
    });

function told(
  threat: Told['threat'],
  cheat: string,
  reason: string,
  change: Change,
  rest: Loose = {},
  lie: Lie = {},
): Told {
  return { threat, cheat, reason, bundle: () => twoStageBundle(change, rest, lie) };
}

const honest: Change = (lines) => lines;
const opened = (part: Loose): Which => is('opening.opened', part);
const key = (part: Loose): Which => is('opening.key', part);
const failed = (verdict: string) => (body: Loose) => ({
  bid: body.bid,
  env: body.env,
  verdict,
  at: 'x',
});

/** Cheats with envelopes of a later stage, and with those that are not for everybody. */
export const STAGE_LIES: readonly Told[] = [
  told(
    STAGE,
    'a price’s key before the technical decision',
    'keys: before_its_stage',
    moved(key(price('B1')), decision),
  ),
  told(
    STAGE,
    'a price’s share before the technical decision',
    'keys: before_its_stage',
    moved(is('opening.share', { ...price('B2'), x: 1 }), decision),
  ),
  told(STAGE, 'a price’s key without any decision', 'keys: before_its_stage', without(decision)),
  told(
    STAGE,
    'a price’s key before the decision was cosigned',
    'keys: before_its_stage',
    honest,
    {},
    { sizes: [4, 5, 15, 22] },
  ),
  told(
    STAGE,
    'the key of a price that did not go on',
    'keys: before_its_stage',
    say(key(price('B1')), (body) => ({ ...body, bid: 'B3' })),
  ),
  told(
    STAGE,
    'a price that did not go on said to have no key',
    'envelopes: before_its_stage',
    after(opened(price('B2')), 'opening.failed', {
      ...price('B3'),
      verdict: 'TOO_FEW_SHARES',
      at: 'price',
    }),
  ),
  told(
    STAGE,
    'a decision nobody signed',
    'keys: stage_decision',
    say(decision, (body) => ({ ...body, sig: {} })),
  ),
  told(
    STAGE,
    'a decision signed by the tenderer',
    'keys: stage_decision',
    say(decision, (body) => ({
      ...body,
      sig: { ...signPayload(testSeed('actor/tenderer'), 'tp1/opening/stage', { any: 'thing' }) },
    })),
  ),
  told(
    STAGE,
    'a decision against another closing',
    'keys: stage_decision',
    say(decision, (body) => ({ ...body, closed: '0'.repeat(64) })),
  ),
  told(
    STAGE,
    'a decision for a stage the tender has not',
    'keys: stage_decision',
    say(decision, (body) => ({ ...body, stage: 3 })),
  ),
  told(
    STAGE,
    'a bid nobody closed goes on',
    'keys: stage_decision',
    say(decision, (body) => ({ ...body, admitted: ['B1', 'B9'] })),
  ),
  told(
    STAGE,
    'a bid goes on twice',
    'keys: stage_decision',
    say(decision, (body) => ({ ...body, admitted: ['B1', 'B1'] })),
  ),
  told(STAGE, 'a second decision', 'keys: stage_decision', (lines) =>
    lines.flatMap((line) => (picks(decision)(line) ? [line, line] : [line])),
  ),
  told(
    STAGE,
    'a decision before the technical envelopes were opened',
    'keys: stage_before_its_time',
    moved(decision, opened(tech('B3'))),
  ),
  told(
    STAGE,
    'a bid goes on though its technical envelope failed',
    'keys: admitted_though_failed',
    say(opened(tech('B2')), failed('BIDDER_FAULT'), 'opening.failed'),
  ),
  told(
    STAGE,
    'a price that goes on never opened',
    'envelopes: never_opened',
    without(opened(price('B2'))),
  ),
  told(
    RESTRICTED,
    'its key in everybody’s hands',
    'keys: secret_of_restricted',
    say(key(tech('B1')), (body) => ({ ...body, secret: twoStageSecret('B1', 'tech') })),
  ),
  told(
    RESTRICTED,
    'a share of its key in everybody’s hands',
    'keys: secret_of_restricted',
    say(is('opening.share', { ...tech('B2'), x: 1 }), (body) => ({
      ...body,
      share: '0'.repeat(66),
    })),
  ),
  told(
    RESTRICTED,
    'the key of a public envelope withheld',
    'keys: secret_withheld',
    say(key(price('B1')), ({ secret: _, ...body }) => ({ ...body, secretHash: '0'.repeat(64) })),
  ),
  told(
    RESTRICTED,
    'opened though no key was handed in',
    'envelopes: another_verdict',
    without(key(tech('B1'))),
  ),
  told(
    RESTRICTED,
    'opened by holders who handed in other shares',
    'envelopes: another_verdict',
    say(is('opening.share', { ...tech('B2'), x: 3 }), (body) => ({
      ...body,
      commit: '0'.repeat(64),
    })),
  ),
  told(
    RESTRICTED,
    'said to have no key though it was handed in',
    'envelopes: another_verdict',
    say(opened(tech('B3')), failed('BIDDER_ABSENT'), 'opening.failed'),
  ),
  told(
    RESTRICTED,
    'its content announced',
    'envelopes: content_of_restricted',
    say(opened(tech('B1')), (body) => ({ ...body, sheet: { method: 'of B1' } })),
  ),
  told(
    RESTRICTED,
    'never opened',
    'envelopes: never_opened',
    without(
      opened(tech('B3')),
      decision,
      key(price('B1')),
      is('opening.share', price('B2')),
      opened({ env: 'price' }),
    ),
  ),
  told(RESTRICTED, 'another key shown to the auditor', 'envelopes: another_secret', honest, {
    secrets: [{ ...tech('B1'), secret: twoStageSecret('B2', 'tech') }],
  }),
  told(
    RESTRICTED,
    'another manifest announced',
    'envelopes: another_manifest',
    say(opened(tech('B1')), (body) => ({ ...body, manifestSha256: '0'.repeat(64) })),
  ),
  told(
    RESTRICTED,
    'said to be its bidder’s fault though it opens',
    'envelopes: another_verdict',
    say(opened(tech('B3')), failed('BIDDER_FAULT'), 'opening.failed'),
    { secrets: [{ ...tech('B3'), secret: twoStageSecret('B3', 'tech') }] },
  ),
  told(
    RESTRICTED,
    'delivered to somebody the tender does not name',
    'envelopes: delivered_to_another',
    say(is('opening.delivered', tech('B1')), (body) => ({
      ...body,
      to: [...(body.to as Loose[]), { id: 'rival', sha256: '0'.repeat(64) }],
    })),
  ),
  told(
    RESTRICTED,
    'another key delivered',
    'envelopes: delivery',
    say(is('opening.delivered', tech('B1')), (body) => ({ ...body, secretHash: '0'.repeat(64) })),
  ),
];
