package school.chancery.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** The kinds of files people may hand in, each known by its content, never by its name. */
public enum UploadKind {
    PDF("application/pdf", "pdf", bytes -> starts(bytes, '%', 'P', 'D', 'F', '-')),
    JPEG("image/jpeg", "jpg", bytes -> starts(bytes, 0xFF, 0xD8, 0xFF)),
    PNG("image/png", "png", bytes -> starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
    SIGNATURE("application/pkcs7-signature", "sig", UploadKind::looksLikeSignature);

    private final String mediaType;
    private final String extension;
    private final Predicate<byte[]> content;

    UploadKind(String mediaType, String extension, Predicate<byte[]> content) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.content = content;
    }

    public String mediaType() {
        return mediaType;
    }

    public String messageKey() {
        return "documents.upload.kind." + name().toLowerCase(Locale.ROOT);
    }

    boolean is(byte[] bytes) {
        return content.test(bytes);
    }

    /** Whether the end is there too; a broken transfer loses it. */
    boolean isWhole(byte[] bytes) {
        return switch (this) {
            case PDF -> tail(bytes, 1024).contains("%%EOF");
            case PNG -> tail(bytes, 12).contains("IEND");
            case JPEG -> tail(bytes, 65536).contains("\u00FF\u00D9");
            case SIGNATURE -> true;
        };
    }

    /** The name with the extension of the true content. */
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var fits = lower.endsWith("." + extension) || this == JPEG && lower.endsWith(".jpeg");
        return fits ? name : name + "." + extension;
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (var i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) return false;
        }
        return true;
    }

    // DER of any CMS structure, or the text forms of it; what it really is only the verifier can tell.
    private static boolean looksLikeSignature(byte[] bytes) {
        if (starts(bytes, 0x30, 0x80) || starts(bytes, 0x30, 0x82) || starts(bytes, 0x30, 0x83)) return true;
        var text = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1).strip();
        return text.startsWith("-----BEGIN ") || text.startsWith("MI") && text.matches("[A-Za-z0-9+/=\\s]+");
    }

    private static String tail(byte[] bytes, int length) {
        var end = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - length), bytes.length);
        return new String(end, StandardCharsets.ISO_8859_1);
    }
}
