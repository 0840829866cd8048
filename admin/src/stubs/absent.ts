/** Stands in for packages that Refine imports for features the panel does not use (see vite.config.ts). */
export default function absent(): null {
  return null;
}
