import { verifyBundle } from '@core/bundle';
import { isSignedStage, STAGE_DECISION, type Bid } from '@core/sealed-bid';
import { read } from '@core/kernel';
import { hasPython, secondOpinions } from './second';
import { twoStageBundle } from './two-stage';
import vector from './two-stage.json';

const supervisor = vector.keys.find(({ id }) => id === 'supervisor')!;
const bodies = (type: string): readonly unknown[] =>
  vector.records.filter(({ record }) => record.type === type).map(({ record }) => record.body);

async function checked(value: unknown): Promise<void> {
  const result = await verifyBundle(value);
  if (!result.ok) throw new Error(JSON.stringify(result));
  const { envelopes, steps, warnings, complete } = result.report;
  expect(complete).toBe(true);
  expect(envelopes.map(({ bid, env, by }) => `${bid} ${env} ${by}`)).toEqual([
    'B1 price bidder',
    'B2 price holders',
  ]);
  expect(envelopes.map(({ sheet }) => sheet)).toEqual([{ price: '100.00' }, { price: '101.00' }]);
  expect(steps.find(({ step }) => step === 'envelopes')?.counts).toEqual({
    opened: 2,
    restricted: 3,
    reopened: 1,
    delivered: 3,
  });
  expect(warnings.map(({ code, detail }) => [code, detail])).toContainEqual([
    'stage_not_reached',
    { bid: 'B3', env: 'price' },
  ]);
}

describe('a tender in two stages (tp1 §4.2, §4.5)', () => {
  it('is verified from its frozen vector', () => checked(vector));

  it('is verified when it is sealed anew', async () => checked(await twoStageBundle()));

  it('has one decision, signed by the supervisor', () => {
    const [decision] = bodies('opening.stage').map((body) => read(STAGE_DECISION, body));
    expect(decision).toMatchObject({ ok: true, value: { stage: 2, admitted: ['B1', 'B2'] } });
    expect(decision!.ok && isSignedStage(supervisor.pub, decision!.value)).toBe(true);
  });

  it('says nothing of what is inside the technical envelopes', () => {
    expect(JSON.stringify(vector.records)).not.toContain('method');
    const secrets = bodies('opening.key').map((body) =>
      Object.keys(body as object).includes('secret'),
    );
    expect(secrets).toEqual([false, false, true]);
    expect((vector.bids[0]!.bid as unknown as Bid).envelopes.map(({ id }) => id)).toEqual([
      'tech',
      'price',
    ]);
  });

  it('is still open while the prices wait, and the report says so', async () => {
    const waiting = await verifyBundle(
      await twoStageBundle((lines) =>
        lines.filter(
          ({ record }) =>
            record?.type !== 'tender.closed' &&
            record?.type !== 'opening.stage' &&
            record?.body.env !== 'price',
        ),
      ),
    );
    expect(waiting.ok && waiting.report.warnings.map(({ code }) => code)).toEqual([
      'policy_of_the_bundle',
      'tender_still_open',
      'stage_not_reached',
      'stage_not_reached',
      'stage_not_reached',
    ]);
  });

  (hasPython ? it : it.skip)('is verified by the second implementation', () => {
    expect(secondOpinions([vector])).toEqual(['ok']);
  });
});
