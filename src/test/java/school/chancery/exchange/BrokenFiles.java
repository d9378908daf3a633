package school.chancery.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files that must not get into a register, made from one good table of a kind by a fixed seed: wrong as files, wrong in
 * their shape, wrong in their cells; each in the writings that schools' programs produce.
 */
public final class BrokenFiles {
    private static final long SEED = 27;

    /**
     * @param mayBeReadable the damage may miss everything that matters: then the file is as good as before
     */
    public record BrokenFile(String name, byte[] bytes, boolean mayBeReadable) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A cell and what it is spoilt with. */
    public record Spoiling(int column, String with) {}

    private final List<List<String>> table;
    private final List<BrokenFile> files = new ArrayList<>();
    private final Random dice = new Random(SEED);

    private BrokenFiles(List<List<String>> table) {
        this.table = table;
    }

    /** @param table with its headings first */
    public static List<BrokenFile> of(List<List<String>> table, List<Spoiling> spoilings) {
        var made = new BrokenFiles(table);
        made.foreign();
        made.damagedWorkbooks();
        made.craftedWorkbooks();
        made.damagedTexts();
        made.shapes();
        for (var spoiling : spoilings) made.spoilt(spoiling);
        made.repeated();
        return List.copyOf(made.files);
    }

    private void add(String name, byte[] bytes) {
        files.add(new BrokenFile(name, bytes, false));
    }

    private void foreign() {
        add("empty", new byte[0]);
        add("only a mark", "\uFEFF".getBytes(UTF_8));
        add("only blanks", " \r\n\t\r\n ;;; \r\n".getBytes(UTF_8));
        add("old workbook", concat(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, random(4_000)));
        add("pdf", "%PDF-1.7\n%%EOF".getBytes(UTF_8));
        add("rtf", "{\\rtf1 Класс}".getBytes(UTF_8));
        add("html saved as xls", "<html><table><tr><td>Класс</td></tr></table></html>".getBytes(UTF_8));
        add("xml of 2003", "<?xml version=\"1.0\"?><Workbook><Table/></Workbook>".getBytes(UTF_8));
        add("png", concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, random(500)));
        add("archive", Sheets.zip(Map.of("../../../../etc/passwd", "root".getBytes(UTF_8))));
        add("archive in archive", Sheets.zip(Map.of("table.xlsx", Sheets.xlsx(table))));
        add("ods", Sheets.zip(Map.of("mimetype", new byte[1], "content.xml", "<a/>".getBytes(UTF_8))));
        add(
                "docx",
                Sheets.zip(
                        Map.of("[Content_Types].xml", "<Types/>".getBytes(UTF_8), "word/document.xml", new byte[9])));
        for (var size : new int[] {1, 7, 100, 1_000, 50_000}) add("noise " + size, random(size));
    }

    private void damagedWorkbooks() {
        var good = Sheets.xlsx(table);
        for (var i = 1; i <= 15; i++) add("cut at " + i + "/16", Arrays.copyOf(good, good.length * i / 16));
        for (var i = 0; i < 25; i++) {
            var broken = good.clone();
            for (var n = 0; n < 3; n++) broken[dice.nextInt(broken.length)] ^= (byte) (1 + dice.nextInt(255));
            files.add(new BrokenFile("bytes changed " + i, broken, true));
        }
        for (var part : Sheets.parts(good).keySet()) {
            var without = new LinkedHashMap<>(Sheets.parts(good));
            without.remove(part);
            files.add(new BrokenFile("without " + part, Sheets.zip(without), true));
            files.add(new BrokenFile(
                    "half of " + part, Sheets.with(good, part, xml -> xml.substring(0, xml.length() / 2)), true));
        }
    }

    private void craftedWorkbooks() {
        var good = Sheets.xlsx(table);
        var sheet = "xl/worksheets/sheet1.xml";
        var bomb = new LinkedHashMap<>(Sheets.parts(good));
        bomb.put(sheet, new byte[30 * 1024 * 1024]);
        add("bomb", Sheets.zip(bomb));
        var wide = new LinkedHashMap<>(Sheets.parts(good));
        for (var i = 0; i < 2_000; i++) wide.put("xl/media/" + i, new byte[1]);
        add("two thousand parts", Sheets.zip(wide));
        add("laughing", Sheets.with(good, sheet, xml -> doctype("<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">", xml)));
        add(
                "stranger's file",
                Sheets.with(good, sheet, xml -> doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", xml)));
        add("far column", Sheets.with(good, sheet, xml -> xml.replace("r=\"A2\"", "r=\"ZZZZZZZ2\"")));
        add(
                "string two billion",
                Sheets.with(good, sheet, xml -> xml.replaceFirst("<v>\\d+</v>", "<v>2147483647</v>")));
        add("string below zero", Sheets.with(good, sheet, xml -> xml.replaceFirst("<v>\\d+</v>", "<v>-7</v>")));
        add("strange type", Sheets.with(good, sheet, xml -> xml.replaceFirst("t=\"s\"", "t=\"zz\"")));
        add(
                "formula of nothing",
                Sheets.with(
                        good,
                        sheet,
                        xml -> xml.replaceFirst("<c r=\"A2\"[^>]*>", "<c r=\"A2\"><f t=\"shared\" si=\"5\"/>")));
        add(
                "hidden sheet",
                Sheets.with(good, "xl/workbook.xml", xml -> xml.replace("<sheet ", "<sheet state=\"hidden\" ")));
        add(
                "endless cell",
                Sheets.with(
                        good, "xl/sharedStrings.xml", xml -> xml.replaceFirst("</t>", "ж".repeat(60_000) + "</t>")));
        add("no sheets", Sheets.with(good, "xl/workbook.xml", xml -> xml.replaceFirst("<sheet .*?/>", "")));
    }

    private static String doctype(String entities, String xml) {
        return "<?xml version=\"1.0\"?><!DOCTYPE worksheet [" + entities + "]>" + xml.replaceFirst("<\\?xml[^>]*>", "");
    }

    private void damagedTexts() {
        var lines = Sheets.csv(table, ';').split("\r\n");
        for (var i = 1; i < Math.min(lines.length, 13); i++) {
            var open = lines.clone();
            open[i] = "\"" + open[i];
            add("quotes open in row " + (i + 1), String.join("\r\n", open).getBytes(UTF_8));
        }
        add("odd number of bytes", Arrays.copyOf(Sheets.csv(table, ';', UTF_16LE), 101));
        add(
                "zero characters",
                String.join("\r\n", lines).replaceFirst("(\r\n.)", "$1\0").getBytes(UTF_8));
        add("a letter without half", concat(Sheets.csv(table, ';', UTF_8), new byte[] {(byte) 0xD0}));
        add(
                "two encodings",
                concat(Sheets.csv(table, ';', UTF_8), Sheets.csv(table.subList(1, 2), ';', Sheets.WINDOWS_1251)));
        add("letters of DOS", Sheets.csv(table, ';', Charset.forName("IBM866")));
        add("letters of Unix", Sheets.csv(table, ';', Charset.forName("KOI8-R")));
        add("row without end", ("Класс;Имя\r\n\"" + "а".repeat(400_000)).getBytes(UTF_8));
    }

    private void shapes() {
        var headless = table.subList(1, table.size());
        everyWriting("without headings", headless);
        everyWriting("headings only", table.subList(0, 1));
        var deep = new ArrayList<List<String>>();
        for (var i = 0; i < 25; i++) deep.add(List.of("Строка " + i));
        deep.addAll(table);
        everyWriting("headings too far down", deep);
        var wide = new ArrayList<List<String>>();
        for (var row : table) {
            var longer = new ArrayList<>(row);
            while (longer.size() < 150) longer.add("ещё");
            wide.add(longer);
        }
        everyWriting("too wide", wide);
        everyWriting("other headings", changed(0, 0, "Что-то иное"));
    }

    private void spoilt(Spoiling spoiling) {
        var row = 1 + dice.nextInt(table.size() - 1);
        everyWriting(
                "«" + spoiling.with + "» in column " + spoiling.column, changed(row, spoiling.column, spoiling.with));
    }

    private void repeated() {
        for (var i = 0; i < 3; i++) {
            var twice = new ArrayList<>(table);
            var row = new ArrayList<>(table.get(1 + dice.nextInt(table.size() - 1)));
            row.set(
                    0,
                    i == 0
                            ? row.get(0)
                            : i == 1
                                    ? " " + row.get(0).toLowerCase()
                                    : row.get(0).toUpperCase() + "\u00A0");
            twice.add(row);
            everyWriting("repeated " + i, twice);
        }
    }

    private List<List<String>> changed(int row, int column, String with) {
        var changed = new ArrayList<List<String>>();
        for (var each : table) changed.add(new ArrayList<>(each));
        changed.get(row).set(column, with);
        return changed;
    }

    private void everyWriting(String name, List<List<String>> rows) {
        add(name + ", XLSX", Sheets.xlsx(rows));
        add(name + ", CSV 1251", Sheets.csv(rows, ';', Sheets.WINDOWS_1251));
        add(name + ", CSV UTF-8", ("\uFEFF" + Sheets.csv(rows, ',')).getBytes(UTF_8));
        add(name + ", CSV UTF-16", ("\uFEFF" + Sheets.csv(rows, '\t')).getBytes(UTF_16BE));
    }

    private byte[] random(int size) {
        var bytes = new byte[size];
        dice.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
