import { engineApp } from '/pub/engine-app.js';

export default await engineApp('tasklist', 'Задачи', {
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'взять выбранную задачу в работу' },
    focusFilter: { key: 'ctrl+shift+f', description: 'перейти к первому фильтру' },
    focusList: { key: 'ctrl+alt+l', description: 'перейти к первой задаче списка' },
    focusForm: { key: 'ctrl+alt+f', description: 'перейти к первому полю формы' },
    startProcess: { key: 'ctrl+alt+p', description: 'начать дело' },
  },
});
