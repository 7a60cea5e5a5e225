import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Draw } from '../../../shared/api/wire';
import { usePermission, useSession } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { FactChip } from '../../../shared/ui/status-chip';
import { WorkSteps, type WorkStep } from '../../../shared/ui/work-steps';
import '../../enterprise/enterprise.css';
import '../../panel/panel.css';
import { AttemptsCard } from '../components/attempts-card';
import { ContributeCard } from '../components/contribute-card';
import { DrawProof } from '../components/draw-proof';
import { DrawResult } from '../components/draw-result';
import { OperatorCard } from '../components/operator-card';
import { RoundCard } from '../components/round-card';
import { draw as drawQuery, myDraws } from '../queries';

const route = getRouteApi('/public/draws/$drawId');
const STEPS = ['enrol', 'input', 'lock', 'deposit', 'reveal', 'result'] as const;
type StepName = (typeof STEPS)[number] | 'round' | 'throw';

/** The steps by their source: only escrow deposits and reveals. */
const STEPS_OF: Readonly<Record<Draw['source'], readonly StepName[]>> = {
  escrow: STEPS,
  drand: ['enrol', 'input', 'lock', 'round', 'result'],
  physical: ['enrol', 'input', 'lock', 'throw', 'result'],
};

/** How far each state is along the steps of escrow. */
const REACHED: Readonly<Record<Draw['state'], number>> = {
  enrolling: 0,
  announced: 1,
  inputs: 1,
  locked: 2,
  awaiting: 3,
  deposits: 3,
  deposited: 3,
  reveals: 4,
  resulted: 5,
  drawn: 6,
  voiding: 0,
  void: 0,
};

/** A draw as everybody sees it; for its contributors also the place to contribute. */
export function DrawPage() {
  const t = useT();
  const { drawId } = route.useParams();
  const query = useQuery(drawQuery(drawId));
  return (
    <div className="page draw-page">
      <QueryView query={query} what={t('draw.what')}>
        {(found) => <View draw={found} />}
      </QueryView>
    </div>
  );
}

function View({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const party = useParty(draw.id);
  const operates = usePermission('draw.operate');
  const mayBring = usePermission('draw.bring_round');
  const waiting = draw.next.waitingFor.map((one) => t(`drawParty.${one}`)).join(t('list.comma'));
  return (
    <>
      <PageHead title={t(`drawPurpose.${draw.purpose}`)} lead={t('draw.lead')}>
        <FactChip>{t('draw.attempt', { attempt: draw.attempt })}</FactChip>
        <FactChip>{t(`drawSource.${draw.source}`)}</FactChip>
        <FactChip>{t(`drawState.${draw.state}`)}</FactChip>
      </PageHead>
      <div className="record-columns">
        <div className="stack">
          {draw.state === 'void' ? (
            <Note tone="bad">
              {t('draw.voidedFor', {
                reason: typeof draw.void?.reason === 'string' ? draw.void.reason : '',
              })}
            </Note>
          ) : null}
          {draw.voidAsked === null ? null : (
            <Note tone="warn">{t('draw.voidAsked', { reason: draw.voidAsked.reason })}</Note>
          )}
          {waiting === '' ? null : <Note tone="info">{t('draw.waiting', { who: waiting })}</Note>}
          {party === null ? null : <ContributeCard draw={draw} party={party} />}
          {operates ? <OperatorCard draw={draw} /> : null}
          <RoundCard draw={draw} mayBring={mayBring} />
          <DrawResult draw={draw} />
          <DrawProof draw={draw} />
        </div>
        <div className="stack">
          <section className="card card__body">
            <WorkSteps
              label={t('draw.steps')}
              steps={stepsOf(draw, (step) => t(`drawStep.${step}`))}
            />
          </section>
          <AttemptsCard draw={draw} />
          <Link to="/tenders/$tenderId" params={{ tenderId: draw.tenderId }}>
            {t('hall.toTender')}
          </Link>
        </div>
      </div>
    </>
  );
}

function stepsOf(draw: Draw, labelOf: (step: StepName) => string): readonly WorkStep[] {
  const steps = STEPS_OF[draw.source];
  // The others have one step where escrow has two.
  const at = Math.max(
    0,
    REACHED[draw.state] - (REACHED[draw.state] > 4 ? STEPS.length - steps.length : 0),
  );
  return steps.map((step, index) => ({
    label: labelOf(step),
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }));
}

/** Which party the reader is in this draw, if any. */
function useParty(drawId: string): 'supervisor' | 'tenderer' | null {
  const may = usePermission('draw.contribute');
  const role = useSession()?.acting?.role;
  const { data } = useQuery({ ...myDraws, enabled: may });
  if (!may || data?.some((one) => one.id === drawId) !== true) return null;
  return role === 'supervisor' ? 'supervisor' : 'tenderer';
}
