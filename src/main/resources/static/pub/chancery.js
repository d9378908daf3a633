'use strict';
// Small helps only: every page works without this file.
(function () {
  var script = document.currentScript;
  var sending = script ? script.getAttribute('data-sending') : '';

  document.addEventListener('DOMContentLoaded', function () {
    focusErrors();
    tellParent();
  });
  document.addEventListener('submit', lock);
  document.addEventListener('click', jumpToField);
  // A page taken from the browser's memory by "Back" comes with its buttons still locked.
  window.addEventListener('pageshow', unlockAll);

  function focusErrors() {
    var errors = document.getElementById('errors');
    if (!errors) return;
    nameFields(errors);
    errors.focus();
  }

  // "Fill in the field" six times says little: each line names its field and stands in the order of the form.
  function nameFields(errors) {
    var lines = Array.from(errors.querySelectorAll('li')).map(function (line) {
      var link = line.querySelector('a');
      var field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      var label = field && field.querySelector('label > span, legend > span');
      if (label) link.textContent = label.textContent + ': ' + link.textContent;
      return {line: line, field: field};
    });
    lines.sort(function (one, other) {
      if (!one.field || !other.field) return one.field ? 1 : other.field ? -1 : 0;
      return one.field.compareDocumentPosition(other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    lines.forEach(function (each) { each.line.parentNode.appendChild(each.line); });
  }

  // A second click sends nothing; the server refuses it as well.
  function lock(event) {
    var form = event.target;
    // What opens beside the page leaves the page as it is.
    if (event.submitter && event.submitter.formTarget === '_blank') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    var pressed = event.submitter;
    // Not before the browser has collected the form: a disabled button would not be sent.
    window.setTimeout(function () {
      form.querySelectorAll('button').forEach(function (button) { button.disabled = true; });
      if (pressed && sending && !pressed.classList.contains('quiet')) {
        pressed.dataset.label = pressed.textContent;
        pressed.textContent = sending;
      }
    }, 0);
  }

  function unlockAll(event) {
    if (!event.persisted) return;
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('button').forEach(function (button) {
        button.disabled = false;
        if (button.dataset.label) button.textContent = button.dataset.label;
      });
    });
  }

  function jumpToField(event) {
    var link = event.target.closest('.errors a');
    if (!link) return;
    var field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    var input = field && field.querySelector('input:not([type=hidden]), select, textarea');
    if (!input) return;
    event.preventDefault();
    input.focus();
  }

  // <div data-tell-parent="done"> or <div data-tell-parent="started" data-case="…">: the frame inside Tasklist
  // listens for {type: 'chancery.done' | 'chancery.started', id: …}.
  function tellParent() {
    var told = document.querySelector('[data-tell-parent]');
    if (!told || window.parent === window) return;
    window.parent.postMessage({type: 'chancery.' + told.dataset.tellParent, id: told.dataset.case || null}, window.location.origin);
  }
})();
