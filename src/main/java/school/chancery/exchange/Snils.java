package school.chancery.exchange;

/** The number of the pension insurance: nine digits and two that check them. */
final class Snils {
    private static final int FIRST_CHECKED = 1_001_998;

    private Snils() {}

    static boolean isRight(String digits) {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (digits.charAt(i) - '0') * (9 - i);
        var check = sum % 101 % 100;
        return Integer.parseInt(digits.substring(0, 9)) > FIRST_CHECKED
                && check == Integer.parseInt(digits.substring(9));
    }
}
