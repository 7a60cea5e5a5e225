import { Input } from 'antd';
import { useId } from 'react';

const LONGEST = 8000;

/** A long text with its label. */
export function TextField({
  label,
  value,
  rows = 3,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}) {
  const field = useId();
  return (
    <div>
      <label htmlFor={field}>{label}</label>
      <Input.TextArea
        id={field}
        rows={rows}
        maxLength={LONGEST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
