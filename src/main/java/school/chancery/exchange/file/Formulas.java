package school.chancery.exchange.file;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front: somebody else typed it, and it would run
 * on the machine of the one who opens the list. Reading a file takes the apostrophe off again.
 */
final class Formulas {
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 ()\u00A0.,-]*");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

    private Formulas() {}

    /** For a workbook, whose cells say themselves that they are text: a telephone number stays as it is. */
    static String inText(String text) {
        return isHarmless(text) || NUMBER.matcher(text).matches() ? text : "'" + text;
    }

    /** For a text file, of which the program that opens it makes what it likes. */
    static String inCsv(String text) {
        return isHarmless(text) || PLAIN_NUMBER.matcher(text).matches() ? text : "'" + text;
    }

    private static boolean isHarmless(String text) {
        return text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0;
    }
}
