package school.chancery.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which letters a text is written. A mark at its beginning decides; without one it is UTF-8 if every byte of it is,
 * and otherwise what Russian Excel writes.
 */
final class TextEncoding {
    static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int BLOCK = 8192;
    private static final int SAMPLE = 4096;

    private TextEncoding() {}

    static Charset of(Path path) throws IOException {
        byte[] sample;
        try (var in = Files.newInputStream(path)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (begins(sample, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        if (begins(sample, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (begins(sample, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (isMostlyZeroAt(sample, 1)) return StandardCharsets.UTF_16LE;
        if (isMostlyZeroAt(sample, 0)) return StandardCharsets.UTF_16BE;
        try (var in = Files.newInputStream(path)) {
            return isUtf8(in) ? StandardCharsets.UTF_8 : WINDOWS_1251;
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (var i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    // Separators, digits and line ends of a text in two bytes have a zero byte each; Russian letters have 4 there.
    private static boolean isMostlyZeroAt(byte[] bytes, int parity) {
        var found = 0;
        for (var i = parity; i < bytes.length; i += 2) if (bytes[i] == 0 || bytes[i] == 4) found++;
        var other = 0;
        for (var i = 1 - parity; i < bytes.length; i += 2) if (bytes[i] == 0) other++;
        return bytes.length >= 4 && found > bytes.length * 2 / 5 && other == 0;
    }

    // The whole of it: the first Russian letter may stand far down.
    private static boolean isUtf8(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BLOCK);
        var chars = CharBuffer.allocate(BLOCK);
        while (true) {
            var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read > 0) bytes.position(bytes.position() + read);
            bytes.flip();
            if (decoder.decode(bytes, chars, read < 0).isError()) return false;
            if (read < 0) return true;
            bytes.compact();
            chars.clear();
        }
    }
}
