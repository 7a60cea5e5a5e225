import { ASSESSMENT_GRADES, type AssessmentGrade } from '@core/panel';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useSession } from '../../../shared/auth/session';
import type { AssessedMember } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { FormField } from '../../../shared/ui/form-field';
import { QueryView } from '../../../shared/ui/query-view';
import { panelAssessments } from '../queries';
import { KeptForm } from './keeper-forms';

/** How the members of a panel served, for the tenderer and the centre; only once their names are public. */
export function AssessPanelCard({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const may = useSession()?.permissions.includes('expert_pool.assess') ?? false;
  const query = useQuery({ ...panelAssessments(tenderId), enabled: may });
  // Another tenderer's panel is nothing to this reader: the page goes without the card.
  if (!may || query.isError) return null;
  return (
    <Card title={t('expert.assess')}>
      <p className="small muted">{t('expert.assessLead')}</p>
      <QueryView query={query} what={t('expert.assess')}>
        {(members) => (
          <ul className="stack">
            {members.map((member) => (
              <Member key={member.seat} tenderId={tenderId} member={member} />
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  );
}

function Member({
  tenderId,
  member,
}: {
  readonly tenderId: string;
  readonly member: AssessedMember;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { seat, name, employer, grade, text } = member;
  return (
    <li>
      <div className="row row--between">
        <span>
          {name} <span className="small muted">{employer}</span>
        </span>
        {grade === null ? (
          <Button aria-expanded={open} onClick={() => setOpen(true)}>
            {t('expert.assessAct')}
          </Button>
        ) : (
          <span>
            {t(`expertGrade.${grade}`)} <span className="small muted">{text}</span>
          </span>
        )}
      </div>
      {open && grade === null ? (
        <KeptForm<{ readonly grade: AssessmentGrade; readonly text?: string }>
          name={`assess-${seat}`}
          act={t('expert.assessAct')}
          onDone={() => setOpen(false)}
          onSend={(typed) =>
            api.POST('/api/tenders/{id}/panel-assessments', {
              params: { path: { id: tenderId } },
              body: { seat, grade: typed.grade, text: typed.text ?? '' },
            })
          }
        >
          <FormField name="grade" label={t('expert.grade')}>
            <Select
              options={ASSESSMENT_GRADES.map((value) => ({
                value,
                label: t(`expertGrade.${value}`),
              }))}
            />
          </FormField>
          <FormField name="text" label={t('expert.assessText')} optional>
            <Input.TextArea rows={2} maxLength={1000} />
          </FormField>
        </KeptForm>
      ) : null}
    </li>
  );
}
