import { engineApp } from '/pub/engine-app.js';

export default await engineApp('welcome', 'Начало');
