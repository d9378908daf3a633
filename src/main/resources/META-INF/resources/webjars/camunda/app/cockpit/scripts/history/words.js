const MOMENT = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short' });

const ENDINGS = {
  ACTIVE: 'идёт',
  SUSPENDED: 'приостановлен',
  COMPLETED: 'завершён',
  EXTERNALLY_TERMINATED: 'прекращён вручную',
  INTERNALLY_TERMINATED: 'прекращён системой',
};

const STEPS = [
  [/task$/i, 'Задача'],
  [/^userTask$/, 'Задача человеку'],
  [/^(service|send|script|businessRule)Task$/, 'Действие системы'],
  [/^receiveTask$/, 'Ожидание сообщения'],
  [/event$/i, 'Событие'],
  [/^start/i, 'Начало'],
  [/end/i, 'Конец'],
  [/boundary/i, 'Событие во время шага'],
  [/timer/i, 'Ожидание срока'],
  [/message/i, 'Сообщение'],
  [/gateway$/i, 'Развилка'],
  [/^callActivity$/, 'Вложенный процесс'],
  [/^(subProcess|transaction|multiInstanceBody)$/, 'Группа шагов'],
];

/** The engine writes the zone without a colon, which not every browser reads. */
export function iso(text) {
  return text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

export function moment(text) {
  return text ? MOMENT.format(new Date(iso(text))) : '—';
}

export function duration(millis) {
  if (millis === null || millis === undefined) {
    return '—';
  }
  const minutes = Math.floor(millis / 60000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [days && `${days} дн.`, hours && `${hours} ч`, !days && rest && `${rest} мин`].filter(Boolean);
  return parts.join(' ') || 'меньше минуты';
}

export function ending(state) {
  return ENDINGS[state] || state;
}

/** How a step without a name of its own is called: the last fitting word is the most exact one. */
export function stepKind(type) {
  return STEPS.filter(([pattern]) => pattern.test(type)).pop()?.[1] || 'Шаг';
}
