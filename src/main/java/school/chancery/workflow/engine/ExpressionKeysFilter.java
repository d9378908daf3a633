package school.chancery.workflow.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests to the engine that bring an expression (CVE-2026-109432): a parameter, or a key at any depth of the
 * body, that ends in {@code Expression}. A body that is no JSON is refused too, so that nothing is read by the engine that
 * was not read here.
 */
class ExpressionKeysFilter extends OncePerRequestFilter {
    private static final int LARGEST_BODY = 1 << 20;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        else if (!isHarmless(request.getQueryString()) || !isHarmless(body))
            response.sendError(HttpStatus.BAD_REQUEST.value());
        else chain.doFilter(new ReadAgain(request, body), response);
    }

    // Not by the request's parameters: reading them would eat the body.
    private static boolean isHarmless(@Nullable String query) {
        if (query == null) return true;
        return Arrays.stream(query.split("&"))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                .noneMatch(ExpressionKeysFilter::isExpressionKey);
    }

    private static boolean isExpressionKey(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean isHarmless(byte[] body) {
        if (body.length == 0) return true;
        try (var json = JSON.createParser(body)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpressionKey(json.currentName())) return false;
            }
            return true;
        } catch (IOException noJson) {
            return false;
        }
    }

    private static final class ReadAgain extends HttpServletRequestWrapper {
        private final byte[] body;

        private ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        private Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }
    }
}
