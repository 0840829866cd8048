import {
  FileAddOutlined,
  ForkOutlined,
  HourglassOutlined,
  MailOutlined,
  SolutionOutlined,
  StopOutlined,
  TagOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { StepType } from './new-step.ts';

const icons: Record<StepType, ReactNode> = {
  ask: <SolutionOutlined />,
  notify: <MailOutlined />,
  assign: <UserSwitchOutlined />,
  branch: <ForkOutlined />,
  wait: <HourglassOutlined />,
  set: <TagOutlined />,
  open: <FileAddOutlined />,
  end: <StopOutlined />,
};
/** The mark of a step's type; its name stands beside it. */
export const StepIcon = ({ type }: { type: StepType }) => (
  <span className="flow-icon" data-type={type} aria-hidden="true">
    {icons[type]}
  </span>
);
