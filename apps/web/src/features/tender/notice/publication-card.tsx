import { draftNotice, withConsortiumTerm, withPlan } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender, Publication } from '../../../shared/api/wire';
import { dateTime, instantOfLocal } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Note } from '../../../shared/ui/note';
import { useAutosave } from '../../../shared/ui/use-autosave';
import { publication } from '../draft/queries';
import { factsOfNotice } from './notice-facts';
import { NoticeEditor } from './notice-editor';
import { NoticePaper } from './notice-paper';

/** The notice and its way out: written, looked at by a second person where wanted, now or at its hour. */
export function PublicationCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const { data } = useQuery(publication(tender.id));
  return (
    <Card title={t('draft.publish')}>
      {data === undefined ? null : data.publication === null ? (
        <Write tender={tender} />
      ) : (
        <Prepared tender={tender} prepared={data.publication} />
      )}
    </Card>
  );
}

function Write({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const whenField = useId();
  const facts = factsOfNotice(tender);
  const template = draftNotice('tender_notice', facts);
  const begun = tender.noticeText ?? template;
  const [typed, setText, letGo] = useAutosave(`notice/${tender.id}`, begun);
  const text = withPlan(withConsortiumTerm(typed, tender.consortia), tender);
  const [later, setLater] = useState(false);
  const [at, setAt] = useState('');
  const [fourEyes, setFourEyes] = useState(false);
  const [asking, setAsking] = useState(false);
  const publishAt = later ? instantOfLocal(at) : null;
  const isReady = text.trim() !== '' && (!later || publishAt !== null);
  const act = fourEyes ? t('publication.handOver') : t('draft.publish');
  const params = { path: { id: tender.id } };
  const send = async () => {
    const body = { text, fourEyes, ...(publishAt === null ? {} : { publishAt }) };
    if (!fourEyes && publishAt === null) {
      await api.POST('/api/tenders/{id}/publish', { params, body: { text } });
    } else {
      const { data } = await api.PUT('/api/tenders/{id}/publication', { params, body });
      if (!fourEyes && data !== undefined) {
        const { digest } = data;
        await api.POST('/api/tenders/{id}/publication/confirm', { params, body: { digest } });
      }
    }
    letGo();
    setAsking(false);
    await refresh();
  };
  return (
    <div className="stack">
      <NoticeEditor
        kind="tender_notice"
        title={tender.title}
        label={t('draft.text')}
        text={text}
        onText={setText}
        template={template}
        about={{ facts, regime: facts.regime }}
      />
      <p className="small muted">{t('notice.consortia')}</p>
      <Radio.Group
        aria-label={t('publication.when')}
        value={later}
        onChange={(event) => setLater(event.target.value === true)}
        options={[
          { value: false, label: t('publication.now') },
          { value: true, label: t('publication.later') },
        ]}
      />
      {later ? (
        <div>
          <label htmlFor={whenField}>{t('publication.at')}</label>
          <Input
            id={whenField}
            type="datetime-local"
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
        </div>
      ) : null}
      <Radio.Group
        aria-label={t('publication.who')}
        value={fourEyes}
        onChange={(event) => setFourEyes(event.target.value === true)}
        options={[
          { value: false, label: t('publication.alone') },
          { value: true, label: t('publication.fourEyes') },
        ]}
      />
      <div>
        <Button type="primary" size="large" disabled={!isReady} onClick={() => setAsking(true)}>
          {act}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={
          fourEyes
            ? t('publication.handOverTitle')
            : publishAt === null
              ? t('draft.publishTitle')
              : t('publication.laterTitle', { at: dateTime(publishAt) })
        }
        keepLabel={t('draft.publishKeep')}
        actLabel={act}
        onKeep={() => setAsking(false)}
        onAct={send}
      >
        {fourEyes ? t('publication.handOverText') : t('draft.publishWho')}
      </ConfirmDialog>
    </div>
  );
}

function Prepared({
  tender,
  prepared,
}: {
  readonly tender: OwnTender;
  readonly prepared: Publication;
}) {
  const t = useT();
  const refresh = useRefresh();
  const params = { path: { id: tender.id } };
  const { publishAt, confirmedAt, digest } = prepared;
  const mayConfirm = confirmedAt === null && !(prepared.fourEyes && prepared.preparedByMe);
  return (
    <div className="stack">
      <Note tone="info">
        {confirmedAt !== null && publishAt !== null
          ? t('publication.waits', { at: dateTime(publishAt) })
          : mayConfirm
            ? t('publication.confirmLead')
            : t('publication.waitsForOther')}
      </Note>
      <dl className="facts">
        <dt>{t('publication.preparedAt')}</dt>
        <dd className="number">{dateTime(prepared.preparedAt)}</dd>
        <dt>{t('publication.at')}</dt>
        <dd className="number">
          {publishAt === null ? t('publication.atOnce') : dateTime(publishAt)}
        </dd>
        <dt>{t('fingerprint.name')}</dt>
        <dd>
          <Fingerprint digest={digest} />
        </dd>
      </dl>
      <NoticePaper title={tender.title} text={prepared.text} />
      <div className="row">
        {mayConfirm ? (
          <ActButton
            primary
            large
            onAct={async () => {
              await api.POST('/api/tenders/{id}/publication/confirm', { params, body: { digest } });
              await refresh();
            }}
          >
            {t('publication.confirm')}
          </ActButton>
        ) : null}
        <ActButton
          onAct={async () => {
            await api.DELETE('/api/tenders/{id}/publication', { params });
            await refresh();
          }}
        >
          {t('publication.takeBack')}
        </ActButton>
      </div>
    </div>
  );
}
