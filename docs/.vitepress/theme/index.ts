import { type Theme, useData } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-footer-before': () => h(Versions) }),
} satisfies Theme;

/** Which versions the pages are about. */
function Versions() {
  return h('p', { class: 'describes' }, useData().theme.value.describes);
}
