import { engineApp } from '/pub/engine-app.js';

export default await engineApp('welcome', 'Начало', {
  links: [{ label: 'Портал', href: '/', description: 'Дела, задачи и документы вашей организации' }],
});
