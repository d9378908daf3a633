package school.chancery.organization;

/** Check digits of the numbers that a Russian organization is registered by. */
public final class RegistrationNumbers {
    private static final int[] INN_WEIGHTS = {2, 4, 10, 3, 5, 9, 4, 6, 8};

    private RegistrationNumbers() {}

    /** ИНН of a legal entity: ten digits, the last is the weighted sum of the others modulo 11 modulo 10. */
    public static boolean isInn(String text) {
        if (!text.matches("[0-9]{10}") || text.equals("0000000000")) return false;
        var sum = 0;
        for (var i = 0; i < INN_WEIGHTS.length; i++) sum += INN_WEIGHTS[i] * (text.charAt(i) - '0');
        return sum % 11 % 10 == text.charAt(9) - '0';
    }

    /** ОГРН of a legal entity: thirteen digits beginning with 1 or 5, the last is the number of the first twelve modulo 11 modulo 10. */
    public static boolean isOgrn(String text) {
        if (!text.matches("[15][0-9]{12}")) return false;
        return Long.parseLong(text.substring(0, 12)) % 11 % 10 == text.charAt(12) - '0';
    }
}
