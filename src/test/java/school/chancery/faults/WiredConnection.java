package school.chancery.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A connection whose commits go over the {@link CommitWire}, with what the transaction wrote. */
final class WiredConnection implements InvocationHandler {
    private static final Pattern WRITE =
            Pattern.compile("(?i)\\b(insert\\s+into|delete\\s+from|(?<!for\\s)(?<!do\\s)update)\\s+([a-z_.]+)");
    // What accompanies every change tells nothing about it.
    private static final Pattern EVERYWHERE = Pattern.compile("act_hi_.*|.*audit\\..*");

    private final Connection real;
    private final boolean careless;
    private final SortedSet<String> written = new TreeSet<>();

    private WiredConnection(Connection real, boolean careless) {
        this.real = real;
        this.careless = careless;
    }

    /** @param careless commits a number before the order it is for: what the checks must find */
    static Connection around(Connection real, boolean careless) {
        return (Connection) Proxy.newProxyInstance(
                WiredConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new WiredConnection(real, careless));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                CommitWire.around(written, real::commit);
                written.clear();
                return null;
            }
            case "rollback", "close" -> written.clear();
            case "prepareStatement" -> note((String) arguments[0]);
            default -> {}
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void note(String sql) throws SQLException {
        if (careless && written.contains("+orders.counters")) real.commit();
        var write = WRITE.matcher(sql);
        while (write.find()) {
            var table = write.group(2).toLowerCase(Locale.ROOT);
            if (!EVERYWHERE.matcher(table).matches()) written.add(sign(write.group(1)) + table);
        }
    }

    private static String sign(String verb) {
        return switch (Character.toLowerCase(verb.charAt(0))) {
            case 'i' -> "+";
            case 'd' -> "-";
            default -> "";
        };
    }
}
