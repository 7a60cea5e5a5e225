import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { ProjectForm } from '../form/project-form';
import { projectDraft } from '../queries';

const route = getRouteApi('/work/projects/new');

/** Registering a project: what it is, and at once what that means in law; kept as a draft until it is handed in. */
export function ProjectNewPage() {
  const t = useT();
  const { draft } = route.useSearch();
  // A draft begun here gets into the address without the form being loaded anew.
  const [opened] = useState(draft ?? null);
  return (
    <>
      <PageHead title={t('projects.new')} lead={t('project.adviceLead')} />
      {opened === null ? (
        <ProjectForm opened={null} typed={{}} isReturned={false} />
      ) : (
        <Resumed id={opened} />
      )}
    </>
  );
}

function Resumed({ id }: { readonly id: string }) {
  const t = useT();
  const query = useQuery(projectDraft(id));
  return (
    <QueryView query={query} what={t('project.draftState')}>
      {({ typed, returned }) => (
        <div className="stack">
          {returned === null ? null : (
            <Note tone="warn">
              <span className="mono">{returned.code}</span>{' '}
              {t('project.returned', { what: returned.missing.join(t('list.comma')) })}
            </Note>
          )}
          <ProjectForm opened={id} typed={typed} isReturned={returned !== null} />
        </div>
      )}
    </QueryView>
  );
}
