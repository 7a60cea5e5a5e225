import type { HallObjection } from '@core/opening';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import type { HallParts } from '../hall-context';

interface ObjectionsCardProps extends HallParts {
  readonly mayAnswer: boolean;
  readonly mayObject: boolean;
}

/** Objections are raised and answered on the spot, and stand in the record. */
export function ObjectionsCard({ opening, live, mayAnswer, mayObject }: ObjectionsCardProps) {
  const t = useT();
  const { objections, phase, paused } = live.hall;
  const floorOpen = phase === 'objections' && paused === null;
  return (
    <div id="hall-objections" tabIndex={-1}>
      <Card title={t('hall.objections')}>
        {objections.length === 0 ? (
          <p className="small muted">
            {floorOpen ? t('hall.objectionsOpen') : t('hall.objectionsNone')}
          </p>
        ) : (
          <ul className="stack">
            {objections.map((one) => (
              <li key={one.id}>
                <p>
                  <b>{one.byName}</b>：{one.text}
                </p>
                {one.answer === null ? (
                  <Unanswered
                    objection={one}
                    openingId={opening.id}
                    live={live}
                    mayAnswer={mayAnswer && floorOpen}
                  />
                ) : (
                  <p className="small">{t('hallEvent.objection_answered', { text: one.answer })}</p>
                )}
              </li>
            ))}
          </ul>
        )}
        {floorOpen && mayObject ? (
          <TextCommand
            label={t('hall.objectText')}
            act={t('hall.object')}
            onSend={async (text) => {
              const answer = await bodyOf(
                api.POST('/api/openings/{id}/objections', {
                  params: { path: { id: opening.id } },
                  body: { text },
                }),
              );
              live.take(answer.events);
            }}
          />
        ) : null}
      </Card>
    </div>
  );
}

function Unanswered({
  objection,
  openingId,
  live,
  mayAnswer,
}: Pick<HallParts, 'live'> & {
  readonly objection: HallObjection;
  readonly openingId: string;
  readonly mayAnswer: boolean;
}) {
  const t = useT();
  if (!mayAnswer) return <p className="small muted">{t('hall.unanswered')}</p>;
  return (
    <TextCommand
      label={t('hall.answerTo', { name: objection.byName })}
      act={t('hall.answer')}
      onSend={async (text) => {
        const answer = await bodyOf(
          api.POST('/api/openings/{id}/commands', {
            params: { path: { id: openingId } },
            body: { kind: 'answer_objection', objectionId: objection.id, text },
          }),
        );
        live.take(answer.events);
      }}
    />
  );
}

function TextCommand({
  label,
  act,
  onSend,
}: {
  readonly label: string;
  readonly act: string;
  readonly onSend: (text: string) => Promise<unknown>;
}) {
  const field = useId();
  const [text, setText] = useState('');
  return (
    <div className="stack">
      <div>
        <label htmlFor={field}>{label}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <ActButton
          disabled={text.trim() === ''}
          onAct={async () => {
            await onSend(text.trim());
            setText('');
          }}
        >
          {act}
        </ActButton>
      </div>
    </div>
  );
}
