'use strict';
// The marks of a class: what is typed goes to the server at once, several cells together when one types fast.
(function () {
  var form = document.getElementById('marks');
  if (!form) return;
  var saved = document.getElementById('saved');
  var missing = document.getElementById('missing');
  var rows = Array.from(form.querySelectorAll('tbody tr'), function (row) { return Array.from(row.querySelectorAll('input')); });
  var words = Array.from(form.querySelectorAll('#mark-words option'), function (option) {
    return {text: option.value, bad: option.dataset.bad === 'true'};
  });
  var waiting = new Map();
  var sending = false;
  var alone = 0;
  var most = 1000;

  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('focusin', function (event) { if (event.target.select) event.target.select(); });
  form.addEventListener('input', complete);
  form.addEventListener('focusout', function (event) { commit(event.target); });
  form.addEventListener('keydown', move);
  form.addEventListener('paste', paste);
  window.addEventListener('online', send);
  window.addEventListener('beforeunload', function (event) { if (waiting.size > 0) event.preventDefault(); });
  count();

  // A figure is a whole mark, and the next pupil follows, as marks are read down the list. Of a word the first letter is
  // enough where it can mean one mark only; what was added stays selected, so that whoever types on types over it.
  function complete(event) {
    var cell = event.target;
    if (event.inputType && event.inputType.indexOf('delete') === 0) return;
    var typed = cell.value.trim().toLowerCase();
    var meant = words.filter(function (word) { return typed && word.text.indexOf(typed) === 0; });
    if (meant.length !== 1) return;
    cell.value = meant[0].text;
    cell.setSelectionRange(typed.length, cell.value.length);
    if (!/^[0-9]$/.test(typed)) return;
    commit(cell);
    go(cell, 1, 0);
  }

  function commit(cell) {
    if (!cell.matches('td input')) return;
    var typed = cell.value.trim();
    cell.value = typed;
    if (waiting.get(cell) === typed || typed === cell.dataset.saved && !waiting.has(cell)) return;
    waiting.set(cell, typed);
    cell.removeAttribute('aria-invalid');
    paint(cell);
    send();
  }

  function send() {
    if (sending || waiting.size === 0) return;
    sending = true;
    var batch = Array.from(waiting).slice(0, alone > 0 ? 1 : most);
    alone = Math.max(0, alone - 1);
    var body = new URLSearchParams(new FormData(form));
    batch.forEach(function (each) {
      body.append('pupils', each[0].closest('tr').dataset.pupil);
      body.append('subjects', each[0].dataset.subject);
      body.append('marks', each[1] || '-');
    });
    saved.textContent = form.dataset.saving;
    fetch(form.action, {method: 'POST', body: body, redirect: 'error'})
      .then(function (answer) { return answer.text().then(function (text) { settle(batch, answer, text); }); })
      .catch(function () { lost(batch); });
  }

  function settle(batch, answer, text) {
    sending = false;
    if (answer.status !== 200 && answer.status !== 422) return lost(batch);
    // Nothing of a refused batch was saved: its cells are asked for again one by one, so that the good ones are kept.
    if (!answer.ok && batch.length > 1) alone = batch.length;
    else batch.forEach(function (each) { finish(each[0], each[1], answer.ok); });
    saved.textContent = text;
    count();
    send();
  }

  function finish(cell, value, done) {
    if (waiting.get(cell) === value) waiting.delete(cell);
    if (done) cell.dataset.saved = value;
    else cell.setAttribute('aria-invalid', 'true');
  }

  function lost(batch) {
    sending = false;
    batch.forEach(function (each) { each[0].setAttribute('aria-invalid', 'true'); });
    saved.textContent = form.dataset.lost;
  }

  function move(event) {
    if (!event.target.matches('td input') || event.altKey || event.ctrlKey || event.metaKey) return;
    var steps = {ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
    var step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    commit(event.target);
    go(event.target, step[0], step[1]);
  }

  function go(cell, down, right) {
    rows.some(function (row, at) {
      var column = row.indexOf(cell);
      if (column < 0) return false;
      var next = (rows[at + down] || [])[column + right];
      if (next) next.focus();
      return true;
    });
  }

  // A column, or a block, copied from a table.
  function paste(event) {
    var text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    var at = rows.findIndex(function (row) { return row.indexOf(event.target) >= 0; });
    if (at < 0) return;
    var column = rows[at].indexOf(event.target);
    text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach(function (line, down) {
      line.split('\t').forEach(function (value, right) {
        var cell = (rows[at + down] || [])[column + right];
        if (!cell) return;
        cell.value = value.trim();
        waiting.set(cell, cell.value);
        paint(cell);
      });
    });
    send();
  }

  function paint(cell) {
    var word = words.find(function (each) { return each.text === cell.value; });
    cell.classList.toggle('bad', Boolean(word && word.bad));
  }

  function count() {
    var empty = rows.reduce(function (all, row) {
      return all + row.filter(function (cell) { return !cell.dataset.saved; }).length;
    }, 0);
    missing.textContent = form.dataset.missing.replace('#', empty);
  }
})();
