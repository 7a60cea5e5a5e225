import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { MouseEventHandler, Ref } from 'react';

type RouterButtonProps = Omit<ButtonProps, 'href' | 'onClick' | 'ref'> & {
  readonly href?: string;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly ref?: Ref<HTMLAnchorElement>;
};

function RouterButton(props: RouterButtonProps) {
  return <Button {...props} />;
}

/** A link of the router that looks like a button: going somewhere is always a real link. */
export const LinkButton = createLink(RouterButton);
