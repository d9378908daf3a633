import { engineApp } from '/pub/engine-app.js';

export default await engineApp('cockpit', 'Наблюдение', {
  customScripts: ['scripts/history-tab'],
});
