package school.chancery.exchange.file;

import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The shape of the parts of a workbook: cells stand within a sheet, name strings that exist, and hold no more than a cell
 * can. Without this the reading library fills the way to a cell {@code ZZZZZZ1}, or up to the string two billion, with
 * nothing until the memory is gone (see gaps.md).
 */
final class SheetShape {
    private static final int LAST_COLUMN = 16_384;
    private static final int LONGEST_CELL = 40_000;
    private static final int MOST_STRING_CHARACTERS = 32_000_000;
    private static final int LONGEST_INDEX = 20;
    private static final int MOST_SHARED_FORMULAS = 1_000;
    private static final XMLInputFactory XML = factory();

    private long strings;
    private long characters;
    private long highestString = -1;
    private int formulas;
    private int length;
    private boolean inString;
    private boolean inCell;
    private boolean stringCell;
    private boolean inValue;
    private final StringBuilder number = new StringBuilder();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    void read(InputStream part) throws UnreadableFileException {
        try {
            var xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) look(xml.next(), xml);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new UnreadableFileException("damaged");
        }
    }

    /** Once all parts are read: each string a cell names is there. */
    void requireStrings() throws UnreadableFileException {
        if (highestString >= strings) throw new UnreadableFileException("damaged");
    }

    private void look(int event, XMLStreamReader xml) throws UnreadableFileException {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableFileException("damaged");
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.CHARACTERS -> text(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) throws UnreadableFileException {
        switch (xml.getLocalName()) {
            case "c" -> cell(xml);
            case "si" -> {
                strings++;
                inString = true;
                length = 0;
            }
            case "f" -> formula(xml.getAttributeValue(null, "t"));
            case "v" -> {
                inValue = true;
                number.setLength(0);
            }
            default -> {}
        }
    }

    private void cell(XMLStreamReader xml) throws UnreadableFileException {
        inCell = true;
        length = 0;
        stringCell = "s".equals(xml.getAttributeValue(null, "t"));
        var place = xml.getAttributeValue(null, "r");
        if (place != null && column(place) > LAST_COLUMN) throw new UnreadableFileException("damaged");
    }

    private static long column(String place) {
        var column = 0L;
        for (var letter : place.replace("$", "").toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter < 'A' || letter > 'Z' || column > LAST_COLUMN) break;
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    // The library looks through all of them for each cell.
    private void formula(String kind) throws UnreadableFileException {
        if (kind != null && ++formulas > MOST_SHARED_FORMULAS) throw new UnreadableFileException("too-many-formulas");
    }

    private void text(XMLStreamReader xml) throws UnreadableFileException {
        if (!inCell && !inString) return;
        length += xml.getTextLength();
        if (length > LONGEST_CELL) throw new UnreadableFileException("cell-too-long");
        if (inString && (characters += xml.getTextLength()) > MOST_STRING_CHARACTERS)
            throw new UnreadableFileException("bomb");
        if (inValue && stringCell && number.length() < LONGEST_INDEX) number.append(xml.getText());
    }

    private void end(String element) throws UnreadableFileException {
        switch (element) {
            case "v" -> {
                if (stringCell && number.length() > 0) highestString = Math.max(highestString, index());
                inValue = false;
            }
            case "c" -> inCell = false;
            case "si" -> inString = false;
            default -> {}
        }
    }

    private long index() throws UnreadableFileException {
        try {
            return Long.parseLong(number.toString().strip());
        } catch (NumberFormatException broken) {
            throw new UnreadableFileException("damaged");
        }
    }
}
