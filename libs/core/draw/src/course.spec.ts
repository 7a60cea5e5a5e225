import { recipientOf } from '@core/escrow';
import { digest, fromHex, publicKeyOf, signPayload, toHex, utf8 } from '@core/kernel';
import {
  awaitedParties,
  DRAW_PARTIES,
  DRAW_PHASES,
  drawResult,
  composeSpec,
  makeDeposit,
  makeInput,
  makeReveal,
  openDepositShare,
  phaseAfterCosigning,
  rowsOfPool,
  seatedAfter,
  selectorOf,
  takeDeposit,
  takeEnrolment,
  takeForced,
  takeInput,
  takeReveal,
  takeVoid,
  type DrawCourse,
  type DrawOrder,
  type DrawParty,
} from './index';

const PARTIES = Object.keys(DRAW_PARTIES) as DrawParty[];
const secret = (label: string): Uint8Array => digest(utf8(label));
const enrolled = PARTIES.map((id) => ({
  id,
  publicKey: publicKeyOf(secret(`key ${id}`)),
  recipient: recipientOf(secret(`holder ${id}`)),
}));
const order: DrawOrder = {
  scope: 'T1',
  purpose: 'lottery',
  attempt: 1,
  prevVoid: null,
  pool: { kind: 'values', values: ['01', '02', '03', '04'] },
  rules: { pick: [{ stratum: 'values', seats: 4, fallback: [] }], caps: [] },
  disclose: 'at-once',
  firms: null,
};
const made = composeSpec(order, { kind: 'escrow' }, enrolled);
if (!made.ok) throw new Error(made.refusal.code);
const spec = made.value;
const begun: DrawCourse = {
  phase: 'enrolling',
  enrolled: [],
  spec: null,
  inputs: [],
  lock: null,
  deposits: [],
  reveals: [],
  forced: [],
  final: null,
  thrown: null,
};
const inputs = PARTIES.map(
  (id) => makeInput(spec, id, secret(`key ${id}`), secret(`nonce ${id}`)).input,
);
const taken: DrawCourse = { ...begun, phase: 'inputs', enrolled, spec };
const locked = takeInput({ ...taken, inputs: inputs.slice(0, 2) }, inputs[2]!, 0);
const lock = locked.ok ? locked.value.lock : null;
const depositing: DrawCourse = { ...taken, phase: 'deposits', inputs, lock };
const code = (result: { ok: boolean; refusal?: { code: string } }): string | null =>
  result.refusal?.code ?? null;

async function revealing(): Promise<DrawCourse> {
  const { source } = spec;
  if (source.kind !== 'escrow') throw new Error('no escrow');
  const deposits = await Promise.all(
    PARTIES.map((id) => makeDeposit(source, spec.drawId, id, secret(`nonce ${id}`))),
  );
  return { ...depositing, phase: 'reveals', deposits };
}

describe('the course of a draw', () => {
  it('waits for cosignatures between its steps, and for nothing at its ends', () => {
    const waits = DRAW_PHASES.filter((phase) => phaseAfterCosigning(phase, 'escrow') !== null);
    expect(waits).toEqual(['announced', 'locked', 'deposited', 'resulted', 'voiding']);
    for (const phase of waits) expect(awaitedParties({ ...begun, phase })).toEqual([]);
  });

  it('enrols each party once, with keys of its own', () => {
    const [platform, supervisor, tenderer] = enrolled as [
      (typeof enrolled)[0],
      (typeof enrolled)[0],
      (typeof enrolled)[0],
    ];
    const one = { ...begun, enrolled: [platform] };
    expect(awaitedParties(one)).toEqual(['supervisor', 'tenderer']);
    expect(code(takeEnrolment(one, supervisor))).toBeNull();
    expect(code(takeEnrolment(one, platform))).toBe('draw.already_given');
    expect(code(takeEnrolment(one, { ...tenderer, id: 'x' as never }))).toBe('draw.not_a_party');
    const { publicKey } = platform;
    expect(code(takeEnrolment(one, { ...tenderer, publicKey }))).toBe('draw.key_invalid');
    expect(code(takeEnrolment(one, { ...tenderer, recipient: 'age1' }))).toBe('draw.key_invalid');
    expect(code(takeEnrolment(taken, supervisor))).toBe('draw.wrong_phase');
  });

  it('announces only what is lawful', () => {
    expect(code(composeSpec({ ...order, attempt: 2 }, { kind: 'escrow' }, enrolled))).toBe(
      'draw.spec_invalid',
    );
    expect(code(composeSpec({ ...order, firms: [] }, { kind: 'escrow' }, enrolled))).toBe(
      'draw.spec_invalid',
    );
    const firms = [{ number: '01', creditCode: 'C', name: 'F' }];
    const named = composeSpec({ ...order, firms }, { kind: 'escrow' }, enrolled);
    expect(named.ok && named.value.firms).toEqual(firms);
  });

  it('locks with the last input, and takes none that is not its party’s', () => {
    expect(lock?.inputs.map(({ id }) => id)).toEqual(PARTIES);
    const first = takeInput(taken, inputs[0]!, 0);
    expect(first.ok && first.value.lock).toBeNull();
    const stolen = { ...inputs[1]!, id: 'tenderer' };
    expect(code(takeInput(taken, stolen, 0))).toBe('draw.input_invalid');
  });

  it('takes the platform’s deposit first, and only complete ones', async () => {
    const { deposits } = await revealing();
    expect(code(takeDeposit(depositing, deposits[1]!))).toBe('draw.deposit_order');
    const [first] = deposits;
    const short = { ...first!, shares: first!.shares.slice(0, 2) };
    expect(code(takeDeposit(depositing, short))).toBe('draw.deposit_invalid');
    const last = takeDeposit({ ...depositing, deposits: deposits.slice(0, 2) }, deposits[2]!);
    expect(last.ok && last.value.isLast).toBe(true);
  });

  it('gives the same result by reveals and by force, and none before', async () => {
    const course = await revealing();
    const nonce = (id: DrawParty): string => toHex(secret(`nonce ${id}`));
    expect(code(takeReveal(course, 'tenderer', nonce('platform')))).toBe('draw.nonce_false');
    const reveals = PARTIES.map((id) => makeReveal(spec.drawId, id, fromHex(nonce(id))));
    expect(await drawResult({ ...course, reveals: reveals.slice(0, 2) }, [])).toBeNull();
    expect(await drawResult(begun, [])).toBeNull();
    const result = await drawResult({ ...course, reveals }, []);
    const shares = [];
    for (const id of ['platform', 'supervisor'] as const) {
      const x = DRAW_PARTIES[id];
      const opened = await openDepositShare(secret(`holder ${id}`), course.deposits[2]!, x);
      if (opened.ok) shares.push(opened.value);
    }
    const some: DrawCourse = { ...course, reveals: reveals.slice(0, 2) };
    expect(code(await takeForced(some, 'tenderer', shares.slice(1)))).toBe('draw.share_false');
    expect(code(await takeForced(some, 'platform', shares))).toBe('draw.already_given');
    const forced = await takeForced(some, 'tenderer', shares);
    if (!forced.ok) throw new Error(forced.refusal.code);
    expect(await drawResult({ ...some, forced: [forced.value] }, [])).toEqual(result);
    const selector = selectorOf(spec, result!.seed, []);
    expect(seatedAfter(selector, []).panel).toEqual(result!.panel);
    const gone = { drawId: spec.drawId, seq: 0, row: 99, type: 'absent', by: -1, evidence: '' };
    expect(seatedAfter(selector, [gone as never]).panel).toEqual(result!.panel);
    expect(rowsOfPool({ kind: 'rows', root: '', size: 1, strataSizes: [] }, [])).toEqual([]);
  });

  it('is given up freely before the lock, and by all the independent afterwards', () => {
    const give = (course: DrawCourse, signers: readonly DrawParty[] = []): string | null => {
      const sigs = signers.map((id) =>
        signPayload(secret(`key ${id}`), 'tp1/draw/void', { drawId: spec.drawId, reason: 'r' }),
      );
      return code(takeVoid(course, 'r', 'supervisor', sigs));
    };
    expect(give(taken)).toBeNull();
    expect(give(begun)).toBe('draw.wrong_phase');
    expect(give({ ...depositing, phase: 'drawn' })).toBe('draw.wrong_phase');
    expect(give(depositing, ['supervisor'])).toBe('draw.void_unsigned');
    expect(give(depositing, ['supervisor', 'tenderer'])).toBeNull();
  });
});
