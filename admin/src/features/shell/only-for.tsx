import type { PropsWithChildren } from 'react';
import type { Operation } from '#domain/permission';
import { Refused } from '../../components/states.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

/** A page for those who may do something; for others the way to those who can give it. The API decides again. */
export function OnlyFor({ needs, children }: PropsWithChildren<{ needs: Operation | undefined }>) {
  const { me } = useWorkplace();
  if (needs === undefined || me.may.includes(needs)) return children;
  return (
    <div className="page">
      <Refused />
    </div>
  );
}
