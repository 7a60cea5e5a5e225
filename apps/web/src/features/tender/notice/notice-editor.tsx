import type { Regime } from '@core/rules';
import { gapsOf, type NoticeFacts, type WrittenNotice } from '@core/tender';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { NoticePaper } from './notice-paper';
import './notice-editor.css';

const LONGEST = 20_000;

interface NoticeEditorProps {
  readonly kind: WrittenNotice;
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The template of this kind, filled with what is known. */
  readonly template: string;
  /** What a tender notice is held against; null: its headings alone. */
  readonly about?: { readonly facts: NoticeFacts; readonly regime: Regime } | undefined;
}

/** Writes a notice beside its own paper: the template of its kind, what is still missing, print. */
export function NoticeEditor(props: NoticeEditorProps) {
  const { kind, title, label, text, onText, template, about } = props;
  const t = useT();
  const field = useId();
  const gaps = useId();
  return (
    <div className="notice-editor">
      <div className="stack">
        <label htmlFor={field}>{label}</label>
        <Input.TextArea
          id={field}
          rows={18}
          maxLength={LONGEST}
          value={text}
          aria-describedby={gaps}
          onChange={(event) => onText(event.target.value)}
        />
        <div className="row">
          <Button disabled={text === template} onClick={() => onText(template)}>
            {t('notice.template')}
          </Button>
        </div>
        <Gaps id={gaps} kind={kind} text={text} about={about} />
      </div>
      <NoticePaper title={title} text={text} />
    </div>
  );
}

function Gaps({
  id,
  kind,
  text,
  about,
}: Pick<NoticeEditorProps, 'kind' | 'text' | 'about'> & { readonly id: string }) {
  const t = useT();
  const { missing, open } = gapsOf(kind, text, about ?? null);
  if (missing.length === 0 && open === 0) {
    return (
      <p id={id} className="small muted" role="status">
        {t('notice.whole')}
      </p>
    );
  }
  return (
    <p id={id} className="small" role="status">
      {missing.length === 0 ? null : t('notice.missing', { parts: missing.join(t('list.comma')) })}{' '}
      {open === 0 ? null : t('notice.open', { count: open })}
    </p>
  );
}
