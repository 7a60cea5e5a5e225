import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project, StoredFile } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { saveAnswer } from '../../../shared/files/save-file';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { PaperField } from './paper-field';
import './collective.css';

const MEETINGS = ['representatives', 'villagers', 'households', 'members'] as const;
type Meeting = (typeof MEETINGS)[number];
const DATES = ['partyOn', 'heldOn', 'publishedFrom', 'publishedUntil'] as const;
const HEADS = ['entitled', 'present', 'agreed'] as const;

/** The minutes: those on record, or a file that was just sent. */
type Paper = Pick<StoredFile, 'id' | 'name'>;

/** What is on record, as it is typed. */
function typedOf({ collective }: Project): Readonly<Record<string, string>> {
  if (collective === null) return {};
  const keys = ['document', ...DATES, ...HEADS] as const;
  return Object.fromEntries(keys.map((key) => [key, String(collective[key])]));
}

/** How a village decided about its project (民主决策): what is recorded, or the form; nothing of other projects. */
export function CollectiveCard({ project }: { readonly project: Project }) {
  const t = useT();
  const { regime, state, own, collective } = project;
  const [again, setAgain] = useState(false);
  if (regime !== 'D' || (collective === null && (!own || state === 'terminated'))) return null;
  return (
    <Card title={t('collective.title')}>
      {collective === null || again ? (
        <Decide project={project} onDone={() => setAgain(false)} />
      ) : (
        <>
          <dl className="facts">
            <dt>{t('collective.meeting')}</dt>
            <dd>{t(`collective.meeting.${collective.meeting}`)}</dd>
            <dt>{t('collective.document')}</dt>
            <dd>{collective.document}</dd>
            {DATES.map((one) => (
              <Fact key={one} label={t(`collective.${one}`)} value={collective[one]} />
            ))}
            {HEADS.map((one) => (
              <Fact key={one} label={t(`collective.${one}`)} value={String(collective[one])} />
            ))}
          </dl>
          <div className="row">
            <ActButton small onAct={() => saveMinutes(project.id, collective.document)}>
              {t('collective.minutes')}
            </ActButton>
            {own && state !== 'terminated' ? (
              <button type="button" className="link-button" onClick={() => setAgain(true)}>
                {t('collective.again')}
              </button>
            ) : null}
          </div>
        </>
      )}
    </Card>
  );
}

/** The minutes are for those who may read papers: fetched as who is signed in, not by a bare link. */
async function saveMinutes(id: string, name: string): Promise<void> {
  const params = { path: { id } };
  saveAnswer(
    await api.GET('/api/projects/{id}/collective-decision', { params, parseAs: 'blob' }),
    name,
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </>
  );
}

function Decide({ project, onDone }: { readonly project: Project; readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const { collective } = project;
  const [meeting, setMeeting] = useState<Meeting>(
    MEETINGS.find((one) => one === collective?.meeting) ?? 'representatives',
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => typedOf(project));
  const [file, setFile] = useState<Paper | null>(
    collective === null ? null : { id: collective.fileId, name: collective.document },
  );
  const [told, setTold] = useState(false);
  const textOf = (key: string): string => (typed[key] ?? '').trim();
  const missing = [
    ...(['document', ...DATES, ...HEADS] as const).filter((key) => textOf(key) === ''),
    ...(file === null ? (['file'] as const) : []),
  ];
  const { busy, error, act } = useAct(async () => {
    setTold(true);
    if (file === null || missing.length > 0) return;
    await api.PUT('/api/projects/{id}/collective-decision', {
      params: { path: { id: project.id } },
      body: {
        meeting,
        document: textOf('document'),
        partyOn: textOf('partyOn'),
        heldOn: textOf('heldOn'),
        publishedFrom: textOf('publishedFrom'),
        publishedUntil: textOf('publishedUntil'),
        entitled: Number(textOf('entitled')),
        present: Number(textOf('present')),
        agreed: Number(textOf('agreed')),
        fileId: file.id,
      },
    });
    onDone();
    await refresh();
  });
  const field = (key: (typeof DATES | typeof HEADS)[number] | 'document') => (
    <Field
      key={key}
      label={t(`collective.${key}`)}
      type={DATES.some((one) => one === key) ? 'date' : key === 'document' ? 'text' : 'number'}
      value={typed[key] ?? ''}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
    />
  );
  return (
    <div className="stack">
      <p className="small muted">{t('collective.lead')}</p>
      <Radio.Group
        aria-label={t('collective.meeting')}
        value={meeting}
        onChange={(event) =>
          setMeeting(MEETINGS.find((one) => one === event.target.value) ?? meeting)
        }
        options={MEETINGS.map((one) => ({ value: one, label: t(`collective.meeting.${one}`) }))}
      />
      {field('document')}
      <div className="collective-fields">{DATES.map(field)}</div>
      <div className="collective-fields">{HEADS.map(field)}</div>
      <PaperField
        label={t('collective.file')}
        done={(name) => t('collective.fileDone', { name })}
        file={file}
        onFile={setFile}
      />
      <div role="status">
        {told && missing.length > 0 ? (
          <Note tone="warn">
            {t('commission.missing', {
              what: missing.map((one) => t(`collective.${one}`)).join(t('list.comma')),
            })}
          </Note>
        ) : null}
        {error === null ? null : <ErrorNote error={error} />}
      </div>
      <div>
        <Button loading={busy} onClick={act}>
          {t('collective.act')}
        </Button>
      </div>
    </div>
  );
}

function Field({
  label,
  type,
  value,
  onChange,
}: {
  readonly label: string;
  readonly type: 'date' | 'number' | 'text';
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        {...(type === 'text' ? { maxLength: 200 } : {})}
        {...(type === 'number' ? { min: 1 } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
