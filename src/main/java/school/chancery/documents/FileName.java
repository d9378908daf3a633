package school.chancery.documents;

import org.jspecify.annotations.Nullable;

/** A file's name as somebody's machine sent it: for eyes only, never a path. */
public final class FileName {
    private static final int LONGEST = 150;

    private FileName() {}

    /** Without directories, control and direction-changing characters; never empty, at most 150 characters. */
    public static String clean(@Nullable String name) {
        if (name == null) return "file";
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}<>:\"|?*]", " ")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[. ]+", "")
                .strip();
        if (clean.isEmpty()) return "file";
        return clean.length() <= LONGEST ? clean : shortened(clean);
    }

    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end).strip() + extension;
    }
}
