'use strict';
// The outcomes of a class: a row is saved as soon as one of its fields is left. Without this file each row has a button.
(function () {
  var table = document.querySelector('.outcomes');
  if (!table) return;
  var fields = Array.from(table.querySelectorAll('select, input[type=text]'));
  var forms = Array.from(table.querySelectorAll('form'));
  var open = 0;

  forms.forEach(function (form) {
    form.querySelector('button').hidden = true;
    // Enter in the reason would send the form of the row; the row is saved anyway.
    form.addEventListener('submit', function (event) { event.preventDefault(); });
  });
  fields.forEach(function (field) {
    field.dataset.saved = field.value;
    field.addEventListener('change', function () { changed(field); });
    field.addEventListener('keydown', move);
  });
  window.addEventListener('beforeunload', function (event) { if (open > 0) event.preventDefault(); });

  // Another outcome than the proposed one needs a reason: that is asked for before anything is sent.
  function changed(field) {
    var form = field.form;
    var reason = form.elements.reason;
    var outcome = form.elements.outcome;
    if (!outcome || !outcome.value) return;
    if (reason && outcome.value !== outcome.dataset.proposed && !reason.value.trim()) {
      reason.required = true;
      reason.focus();
      return;
    }
    send(form);
  }

  function send(form) {
    var state = form.querySelector('.saved');
    open += 1;
    state.className = 'saved';
    state.textContent = table.dataset.saving;
    fetch(form.action, {
      method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'error',
      headers: {'X-Requested-With': 'XMLHttpRequest'}
    }).then(function (answer) {
      if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
      return answer.text().then(function (text) { tell(form, answer.ok, text); });
    }).catch(function () { tell(form, false, table.dataset.lost); }).finally(function () { open -= 1; });
  }

  function tell(form, done, text) {
    var state = form.querySelector('.saved');
    state.textContent = text;
    state.classList.toggle('bad', !done);
    var row = form.closest('tr');
    row.classList.toggle('changed', done && form.elements.outcome.value !== form.elements.outcome.dataset.proposed);
    if (done) Array.from(form.elements).forEach(function (field) { field.required = false; });
  }

  // Enter goes on to the next pupil, in the same column where there is one.
  function move(event) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    var same = fields.filter(function (field) { return field.name === event.target.name; });
    var next = same[same.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    if (next) next.focus();
    else event.target.blur();
  }
})();
