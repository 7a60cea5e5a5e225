import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { MouseEventHandler, Ref } from 'react';

type RouterButtonProps = Omit<ButtonProps, 'href' | 'onClick' | 'ref' | 'type'> & {
  /** The one filled button of the screen. The router keeps `type` to itself. */
  readonly primary?: boolean;
  readonly href?: string;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly ref?: Ref<HTMLAnchorElement>;
};

function RouterButton({ primary = false, ...props }: RouterButtonProps) {
  return <Button {...props} type={primary ? 'primary' : 'default'} />;
}

/** A link of the router that looks like a button: going somewhere is always a real link. */
export const LinkButton = createLink(RouterButton);
