import { type ThemeConfig, theme } from 'antd';
import { useSyncExternalStore } from 'react';

/** What the system prefers, as a hook. */
const preference = (query: string) => {
  const media = window.matchMedia(query);
  const subscribe = (changed: () => void) => {
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
};
const useDark = preference('(prefers-color-scheme: dark)');
const useStill = preference('(prefers-reduced-motion: reduce)');

/** One accent colour; light or dark, moving or still, as the system prefers. Styles of our own read antd's CSS variables. */
export function useTheme(): ThemeConfig {
  const isDark = useDark();
  const isStill = useStill();
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'steward' },
    hashed: false,
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // A button that does nothing now looks like it.
        colorTextDisabled: isDark ? '#5f6e6b' : '#98a3a1',
        ...(isDark ? { dangerColor: '#2a0f0c' } : {}),
      },
      ...(isDark
        ? { Radio: { colorPrimary: '#5bb8a7', colorPrimaryHover: '#7fcabc', colorPrimaryActive: '#5bb8a7' } }
        : {}),
      Segmented: { trackBg: 'var(--line)' },
    },
    token: {
      motion: !isStill,
      // Drawers and menus are of the same hue as panels.
      ...(isDark ? { colorBgElevated: '#1b2120' } : {}),
      colorPrimary: isDark ? '#2f8373' : '#16695c',
      colorInfo: isDark ? '#2f8373' : '#16695c',
      colorLink: isDark ? '#5bb8a7' : '#16695c',
      colorSuccess: isDark ? '#2f8373' : '#16695c',
      ...(isDark ? {} : { colorPrimaryBg: '#e6f1ee', colorInfoBg: '#e6f1ee', colorInfoBorder: '#b5d5cd' }),
      colorTextDescription: isDark ? '#9aa9a6' : '#5c6b69',
      colorError: isDark ? '#ff8a7d' : '#b42318',
      // Of read-only pages too: what cannot be changed is still to be read.
      colorTextDisabled: isDark ? '#a9b6b3' : '#4d5a58',
      colorTextPlaceholder: isDark ? '#84928f' : '#667371',
      borderRadius: 8,
      fontSize: 15,
      controlHeight: 36,
      fontFamily:
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    },
  };
}
