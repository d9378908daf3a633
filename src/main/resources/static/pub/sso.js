/**
 * One sign-in for the portal and the engine's web applications: whoever has left or whose session has ended
 * goes to the product's own sign-in page, never to the engine's password form (which is switched off).
 */
(function () {
  'use strict';

  window.angular.module('school.sso', []).run(['$rootScope', function ($rootScope) {
    var leaving = false;

    // Signing out is followed by a refused request, which must not replace the page that says «you have left».
    function leadTo(address) {
      return function (event) {
        event.preventDefault();
        if (!leaving) {
          leaving = true;
          window.location.href = address;
        }
      };
    }

    $rootScope.$on('authentication.logout.success', leadTo('/login?logout'));
    $rootScope.$on('authentication.login.required', leadTo('/login'));
  }]);
})();
