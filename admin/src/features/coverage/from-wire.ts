import type { Lane } from '#domain/coverage/gap';
import type { CoverageView } from '#http/schemas/coverage';

type WireLane = CoverageView['workflows'][number]['lanes'][number];

/** Lanes of an answer, with instants as the domain has them. */
export const lanesFrom = (lanes: readonly WireLane[]): Lane[] =>
  lanes.map((lane) => ({
    ...lane,
    gaps: lane.gaps.map((gap) => ({ ...gap, from: Date.parse(gap.from), to: Date.parse(gap.to) })),
  }));
