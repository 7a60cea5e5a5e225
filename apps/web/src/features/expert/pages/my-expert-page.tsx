import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useSession } from '../../../shared/auth/session';
import type { MyExpert } from '../../../shared/api/wire';
import { isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { ApplicationForm } from '../components/application-form';
import { StandingChip } from '../components/chips';
import { OwnPauseForm } from '../components/keeper-forms';
import { OwnApplication } from '../components/own-application';
import { OwnFactsCard } from '../components/own-facts-card';
import { SpecialtyNames } from '../components/specialty-names';
import { StepList } from '../components/step-list';
import { TermList } from '../components/term-list';
import { myExpert } from '../queries';

/** What an applicant or an expert sees of his own record. */
export function MyExpertPage() {
  const t = useT();
  const query = useQuery(myExpert);
  return (
    <>
      <PageHead title={t('nav.myExpert')} lead={t('expert.mineLead')} />
      <QueryView query={query} what={t('nav.myExpert')}>
        {(mine) => <Mine mine={mine} />}
      </QueryView>
    </>
  );
}

function Mine({ mine }: { readonly mine: MyExpert }) {
  const t = useT();
  const name = useSession()?.person.name ?? '';
  const { application, content, expert } = mine;
  return (
    <div className="stack">
      {expert === null ? null : <Appointment expert={expert} history={mine.history} />}
      {expert === null || expert.standing === 'removed' ? null : (
        <OwnFactsCard key={expert.recusals.join('/')} expert={expert} />
      )}
      {application === null || content === null ? null : (
        <OwnApplication application={application} content={content} />
      )}
      {mayEdit(mine) ? <ApplicationForm name={name} content={content} /> : null}
      {mine.history.length === 0 ? null : (
        <Card title={t('expert.history')}>
          <StepList expertId={expert?.id ?? application?.expertId ?? ''} steps={mine.history} />
        </Card>
      )}
      <Card title={t('expert.terms')}>
        <TermList terms={mine.terms} />
      </Card>
    </div>
  );
}

const EDITABLE = ['draft', 'returned', 'refused', 'withdrawn'];

/** A draft is edited; where nothing is under way and no term runs, another application begins. */
function mayEdit({ application, expert }: MyExpert): boolean {
  if (application !== null && EDITABLE.slice(0, 2).includes(application.state)) return true;
  if (expert !== null) {
    const isOut = expert.standing === 'expired' || expert.standing === 'removed';
    return isOut && (application === null || !['applied', 'published'].includes(application.state));
  }
  return application === null || EDITABLE.includes(application.state);
}

/** Whether he asked for his latest pause himself; what the keeper paused, the keeper ends. */
function isOwnPause(history: MyExpert['history']): boolean {
  return history.filter(({ step }) => step === 'paused').at(-1)?.ground === 'expert';
}

function OwnPause({
  expert,
  mayEnd,
}: Pick<AppointmentProps, 'expert'> & { readonly mayEnd: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  if (expert.pausedFrom !== null && expert.pausedUntil !== null) {
    return (
      <div className="row">
        <span>
          {t('expert.pausedFor', {
            from: isoDate(expert.pausedFrom),
            until: lastMoment(expert.pausedUntil),
          })}
        </span>
        {mayEnd ? (
          <ActButton
            onAct={async () => {
              await api.POST('/api/experts/mine/resume');
              await refresh();
            }}
          >
            {t('expertAct.resume')}
          </ActButton>
        ) : null}
      </div>
    );
  }
  if (expert.standing !== 'appointed') return null;
  return asking ? (
    <OwnPauseForm onDone={() => setAsking(false)} />
  ) : (
    <div>
      <Button onClick={() => setAsking(true)}>{t('expert.askPause')}</Button>
    </div>
  );
}

interface AppointmentProps {
  readonly expert: NonNullable<MyExpert['expert']>;
  readonly history: MyExpert['history'];
}

function Appointment({ expert, history }: AppointmentProps) {
  const t = useT();
  return (
    <Card title={t('expert.appointment')} aside={<StandingChip standing={expert.standing} />}>
      <dl className="facts">
        <dt>{t('expertField.specialties')}</dt>
        <dd>
          <SpecialtyNames ids={expert.specialties} />
        </dd>
        <dt>{t('expert.term')}</dt>
        <dd className="number">
          {expert.termFrom === null ? '' : `${isoDate(expert.termFrom)} – `}
          {lastMoment(expert.termUntil)}
        </dd>
        <dt>{t('expert.reviewDue')}</dt>
        <dd className="number">
          {expert.reviewDueAt === null ? t('common.none') : lastMoment(expert.reviewDueAt)}
        </dd>
      </dl>
      <OwnPause expert={expert} mayEnd={isOwnPause(history)} />
    </Card>
  );
}
