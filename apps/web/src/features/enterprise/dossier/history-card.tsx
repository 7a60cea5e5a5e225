import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Dossier } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { QueryView } from '../../../shared/ui/query-view';
import { differenceOf } from '../queries';
import { DifferenceTable } from '../../../shared/ui/difference-table';
import { pathWord, valueWord } from '../difference-words';

/** All versions, newest first: who handed in and who answered, when, and what each changed. */
export function HistoryCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const { versions, enterprise } = dossier;
  const [open, setOpen] = useState<number | null>(null);
  if (versions.length === 0) return null;
  return (
    <Card title={t('history.title')}>
      <ul className="stack">
        {versions.map((one) => (
          <li key={one.version} className="paper">
            <div className="row row--between">
              <strong>{t('enterprise.version', { version: one.version })}</strong>
              <span className="row">
                {enterprise.versionInForce === one.version ? (
                  <span className="chip chip--ok">{t('history.inForce')}</span>
                ) : null}
                <Button
                  size="small"
                  aria-expanded={open === one.version}
                  onClick={() => setOpen(open === one.version ? null : one.version)}
                >
                  {t('history.compare')}
                </Button>
              </span>
            </div>
            <p className="small">
              {t('history.submitted', {
                who: one.submittedBy ?? t('common.none'),
                at: dateTime(one.submittedAt),
              })}
            </p>
            {one.answeredAt === null || one.verdict === null ? null : (
              <p className="small">
                {t(`history.${one.verdict}`, {
                  who: one.answeredBy ?? t('common.none'),
                  at: dateTime(one.answeredAt),
                })}
              </p>
            )}
            {open === one.version ? <Compared id={enterprise.id} to={one.version} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Compared({ id, to }: { readonly id: string; readonly to: number }) {
  const t = useT();
  const query = useQuery(differenceOf(id, to - 1, to));
  return (
    <QueryView query={query} what={t('diff.title')}>
      {(differences) => (
        <DifferenceTable
          differences={differences}
          what={(path) => pathWord(t, path)}
          value={(path, value) => valueWord(t, path, value)}
        />
      )}
    </QueryView>
  );
}
