import { Button, Form, Select } from 'antd';
import { useT } from '../i18n/i18n-context';
import { FormField } from '../ui/form-field';
import { FileButton } from './file-button';
import { SendingNote } from './sending-note';
import { useSending } from './use-sending';
import './file-list-field.css';

/** A file as a form holds it. */
export interface AttachmentTyped<Kind extends string = string> {
  readonly fileId: string;
  readonly kind: Kind;
  readonly title: string;
}

/** The files of a record, under `attachments` of its form: chosen, sent at once, and named. The first kind is proposed. */
export function FileListField({
  lead,
  kinds,
}: {
  readonly lead: string;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useT();
  const { percent, error, send } = useSending();
  return (
    <Form.List name="attachments">
      {(fields, { add, remove }) => (
        <div className="stack">
          <p className="small muted">{lead}</p>
          {fields.map(({ key, name }) => (
            <div key={key} className="file-list-field__item">
              <Form.Item name={[name, 'fileId']} noStyle>
                <input type="hidden" />
              </Form.Item>
              <div className="form-grid">
                <FormField name={[name, 'kind']} label={t('attachment.kind')}>
                  <Select options={[...kinds]} />
                </FormField>
                <FormField name={[name, 'title']} label={t('attachment.title')} max={100} />
              </div>
              <Button
                size="small"
                className="file-list-field__remove"
                onClick={() => remove(name)}
                aria-label={t('form.removeOf', { what: `${t('attachment.files')} ${name + 1}` })}
              >
                {t('form.remove')}
              </Button>
            </div>
          ))}
          <FileButton
            label={t('attachment.add')}
            disabled={percent !== null}
            onChoose={(file) =>
              void send(file, (fileId) => {
                const title = file.name.slice(0, 100);
                add({ fileId, kind: kinds[0]?.value ?? '', title });
              })
            }
          />
          <SendingNote percent={percent} error={error} />
        </div>
      )}
    </Form.List>
  );
}
