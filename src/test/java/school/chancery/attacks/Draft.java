package school.chancery.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that can still be spoilt. */
final class Draft {
    /** Stand for bytes that are no text at all. */
    static final char BROKEN_UTF8 = '\uE000';

    static final char SURROGATE = '\uE001';
    private static final String BOUNDARY = "----attack";

    enum Shape {
        FORM,
        MULTIPART,
        CUT_MULTIPART,
        JSON,
        NO_TYPE
    }

    /** @param value of a field */
    record Field(String name, String value) {}

    private String method;
    private String path;
    private Shape shape = Shape.FORM;
    private final List<Field> query = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Draft of(String method, String path) {
        return new Draft(method, path);
    }

    String method() {
        return method;
    }

    Draft method(String other) {
        method = other;
        return this;
    }

    String path() {
        return path;
    }

    Draft path(String other) {
        path = other;
        return this;
    }

    Draft shape(Shape other) {
        shape = other;
        return this;
    }

    Draft asked(String name, String value) {
        query.add(new Field(name, value));
        return this;
    }

    Draft field(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    Draft header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** What can be spoilt: the form's fields, or what is asked for when there is no form. */
    List<Field> spoilable() {
        return isReading() || fields.isEmpty() ? query : fields;
    }

    boolean isReading() {
        return List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method);
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + encoded(query);
    }

    Map<String, String> headers() {
        var all = new LinkedHashMap<>(headers);
        var type = contentType();
        if (!isReading() && type != null) all.putIfAbsent("Content-Type", type);
        return all;
    }

    BodyPublisher body() {
        if (isReading()) return BodyPublishers.noBody();
        return BodyPublishers.ofString(
                switch (shape) {
                    case FORM, NO_TYPE -> encoded(fields);
                    case MULTIPART -> multipart();
                    case CUT_MULTIPART -> multipart().substring(0, multipart().length() * 2 / 3);
                    case JSON -> "{\"a\": [1, {\"b\": \"" + encoded(fields) + "\"}]";
                });
    }

    private @Nullable String contentType() {
        return switch (shape) {
            case FORM -> "application/x-www-form-urlencoded";
            case MULTIPART, CUT_MULTIPART -> "multipart/form-data; boundary=" + BOUNDARY;
            case JSON -> "application/json";
            case NO_TYPE -> null;
        };
    }

    private String multipart() {
        return fields.stream()
                .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name()
                        + "\"\r\n\r\n" + field.value() + "\r\n")
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }

    private static String encoded(List<Field> pairs) {
        return pairs.stream()
                .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var one : text.getBytes(UTF_8)) {
            if (Character.isLetterOrDigit(one)) encoded.append((char) one);
            else encoded.append('%').append("%02X".formatted(one));
        }
        return encoded.toString().replace("%EE%80%80", "%C3%28%FF").replace("%EE%80%81", "%ED%A0%80");
    }

    @Override
    public String toString() {
        var shown = fields.stream()
                .filter(field -> !field.name().equals("_csrf"))
                .map(field -> cut(field.name()) + "=" + cut(field.value()))
                .toList();
        return method + " " + cut(target()) + " " + shape + " " + headers + " " + shown;
    }

    private static String cut(String text) {
        var plain = text.replace('\0', '␀');
        return plain.length() > 150 ? plain.substring(0, 150) + "…(" + plain.length() + ")" : plain;
    }
}
