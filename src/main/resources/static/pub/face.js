/**
 * The parts of the engine's web applications that their settings and translations don't reach:
 * the language of the page, the calendar's names, the names in the application switch, and marks
 * by which the style sheets know which of the applications the person may open.
 */
(function () {
  'use strict';

  var MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
  var MONTH_TITLES = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ');
  var SHORT_MONTHS = 'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'.split(' ');
  var DAYS = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ');
  var SHORT_DAYS = 'вс пн вт ср чт пт сб'.split(' ');

  function speakRussian($locale) {
    document.documentElement.lang = 'ru';
    Object.assign($locale.DATETIME_FORMATS, {
      MONTH: MONTHS,
      STANDALONEMONTH: MONTH_TITLES,
      SHORTMONTH: SHORT_MONTHS,
      DAY: DAYS,
      SHORTDAY: SHORT_DAYS,
      FIRSTDAYOFWEEK: 0
    });
  }

  // uib-datepicker writes its heading with "MMMM", which Angular declines; a heading stands in the nominative.
  function titleCalendar($injector) {
    if ($injector.has('uibDatepickerConfig')) {
      Object.assign($injector.get('uibDatepickerConfig'), { formatMonth: 'LLLL', formatDayTitle: 'LLLL yyyy', startingDay: 1 });
    }
  }

  // These templates carry English as constants; the names of the applications are among the translations of all four.
  var ZOOM = [['"zoom in"', '"Крупнее"'], ['"zoom out"', '"Мельче"'], ['"reset zoom"', '"Вся схема"']];
  var TEMPLATES = {
    camWidgetHeader: [['{{ app.label }}', "{{ ((appName | uppercase) + '_APP') | translate }}"]],
    camWidgetBpmnViewer: ZOOM,
    camWidgetDmnViewer: ZOOM
  };

  function translateTemplates($injector) {
    Object.keys(TEMPLATES).forEach(function (name) {
      if ($injector.has(name + 'Directive')) {
        $injector.get(name + 'Directive').forEach(function (directive) {
          TEMPLATES[name].forEach(function (change) {
            directive.template = directive.template && directive.template.replace(change[0], change[1]);
          });
        });
      }
    });
  }

  // Admin sets "<kind of object> Authorizations"; in Russian the kind comes last.
  function orderWords($injector) {
    var route = $injector.has('$route') && $injector.get('$route').routes['/authorization'];
    if (route && typeof route.template === 'string') {
      route.template = route.template.replace(
        "{{title}} {{'AUTHORIZATION_AUTHORIZATIONS' | translate}}",
        "{{'AUTHORIZATION_AUTHORIZATIONS' | translate}}: {{title}}"
      );
    }
  }

  // Cockpit asks for the name only on its own pages; on ours the header would show the account's ID.
  function nameVisitor($rootScope, $injector) {
    $rootScope.$watch('authentication.name', function (account) {
      if (account && $injector.has('camAPI')) {
        $injector.get('camAPI').resource('user').profile(account, function (error, profile) {
          if (!error && !$rootScope.userFullName) {
            $rootScope.userFullName = [profile.firstName, profile.lastName].filter(Boolean).join(' ');
          }
        });
      }
    });
  }

  // Hiding is a courtesy to the eye; what a person may do is decided on the server.
  function markApplications($rootScope) {
    $rootScope.$watch('authentication', function (authentication) {
      var allowed = (authentication && authentication.authorizedApps) || [];
      ['admin', 'cockpit'].forEach(function (app) {
        document.documentElement.classList.toggle('school-may-' + app, allowed.indexOf(app) >= 0);
      });
    });
  }

  window.angular.module('school.face', []).run(['$rootScope', '$locale', '$injector', function ($rootScope, $locale, $injector) {
    speakRussian($locale);
    titleCalendar($injector);
    translateTemplates($injector);
    orderWords($injector);
    nameVisitor($rootScope, $injector);
    markApplications($rootScope);
  }]);
})();
