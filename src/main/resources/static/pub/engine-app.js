/**
 * What the engine's four web applications have in common: Russian only, the product's name, our sign-in.
 * Each application's scripts/config.js calls engineApp once and adds what is its own.
 */
const LOCALE = 'ru';
const ENGINE_STORE = 'camunda-web';
const TEXTS_VERSION = 'school-texts-version';
const PATIENCE_MS = 5000;

export async function engineApp(app, name, own = {}) {
  try {
    await freshTexts(app);
  } catch (error) {
    // The engine then loads its texts the way it always does; only their freshness is lost.
    console.warn('Не удалось обновить тексты', error);
  }
  return {
    app: { vendor: 'Школьная канцелярия ·', name },
    locales: { availableLocales: [LOCALE], fallbackLocale: LOCALE },
    disableWelcomeMessage: true,
    requireJsConfig: {
      deps: ['school-sso', 'school-face'],
      ngDeps: ['school.sso', 'school.face'],
      paths: { 'school-sso': '/pub/sso', 'school-face': '/pub/face' },
    },
    ...own,
  };
}

/**
 * The engine keeps a copy of its texts in the browser under its own version number, so a text corrected by us
 * would show only on the second visit, and the very first visit flashes raw keys. Here the copy is dropped as
 * soon as the server's texts differ from those it was made of, and made anew before the application starts.
 */
async function freshTexts(app) {
  const version = await read('/pub/texts-version', (response) => response.text());
  const store = kept();
  if (localStorage.getItem(TEXTS_VERSION) !== version) {
    Object.keys(store)
      .filter((key) => key.includes('_locales_data_'))
      .forEach((key) => delete store[key]);
  }
  const folder = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
  const entry = `${folder}_locales_data_${LOCALE}_${window.bust}`;
  if (!store[entry]) {
    store[entry] = JSON.stringify(await read(`${folder}${LOCALE}.json`, (response) => response.json()));
  }
  localStorage.setItem(ENGINE_STORE, JSON.stringify(store));
  localStorage.setItem(TEXTS_VERSION, version);
}

/** What the engine keeps in this browser. Unreadable, it would stop the engine's applications: then they begin anew. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(ENGINE_STORE)) || {};
  } catch {
    return {};
  }
}

async function read(url, body) {
  const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  return body(response);
}
