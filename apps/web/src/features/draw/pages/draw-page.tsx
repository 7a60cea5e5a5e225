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
import { ContributeCard } from '../components/contribute-card';
import { DrawProof } from '../components/draw-proof';
import { DrawResult } from '../components/draw-result';
import { draw as drawQuery, myDraws } from '../queries';

const route = getRouteApi('/public/draws/$drawId');
const STEPS = ['enrol', 'input', 'lock', 'deposit', 'reveal', 'result'] as const;

/** How far each state is along {@link STEPS}. */
const REACHED: Readonly<Record<Draw['state'], number>> = {
  enrolling: 0,
  announced: 1,
  inputs: 1,
  locked: 2,
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
  const waiting = draw.next.waitingFor.map((one) => t(`drawParty.${one}`)).join(t('list.comma'));
  return (
    <>
      <PageHead title={t(`drawPurpose.${draw.purpose}`)} lead={t('draw.lead')}>
        <FactChip>{t('draw.attempt', { attempt: draw.attempt })}</FactChip>
        <FactChip>{t(`drawState.${draw.state}`)}</FactChip>
      </PageHead>
      <div className="record-columns">
        <div className="stack">
          {draw.state === 'void' ? <Note tone="bad">{t('drawState.void')}</Note> : null}
          {waiting === '' ? null : <Note tone="info">{t('draw.waiting', { who: waiting })}</Note>}
          {party === null ? null : <ContributeCard draw={draw} party={party} />}
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
          <Link to="/tenders/$tenderId" params={{ tenderId: draw.tenderId }}>
            {t('hall.toTender')}
          </Link>
        </div>
      </div>
    </>
  );
}

function stepsOf(
  draw: Draw,
  labelOf: (step: (typeof STEPS)[number]) => string,
): readonly WorkStep[] {
  const at = REACHED[draw.state];
  return STEPS.map((step, index) => ({
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
