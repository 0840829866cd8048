import { Drawer } from 'antd';
import { type PropsWithChildren, useRef } from 'react';
import { usePhone } from './media.ts';

interface SideDrawerProps {
  open: boolean;
  title: string;
  close: () => void;
  /** After the last movement of closing. */
  closed?: () => void;
  /** On a desk, in pixels; a narrower window gives what it has. @default 480 */
  width?: number;
}

/** Beside the page on a desk, from below on a phone. Escape closes it. */
export function SideDrawer({ open, title, close, closed, width = 480, children }: PropsWithChildren<SideDrawerProps>) {
  const phone = usePhone();
  const inside = useRef<HTMLDivElement>(null);
  return (
    <Drawer
      open={open}
      onClose={close}
      afterOpenChange={(isOpen) => {
        if (!isOpen) closed?.();
        // The library takes the focus before its box is on the page when it is opened at its first drawing.
        else if (!inside.current?.closest('.ant-drawer')?.contains(document.activeElement))
          inside.current?.focus({ preventScroll: true });
      }}
      placement={phone ? 'bottom' : 'right'}
      width={`min(${width}px, 100vw)`}
      height="88%"
      title={title}
    >
      <div ref={inside} tabIndex={-1} className="drawer-inside">
        {children}
      </div>
    </Drawer>
  );
}
