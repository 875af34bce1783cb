import { render } from 'preact';
import { App } from './app.js';
import { Store } from './store.js';

const store = new Store();
const page = document.querySelector('#page');
if (page !== null) render(<App store={store} />, page);
store.follow(new AbortController().signal);
