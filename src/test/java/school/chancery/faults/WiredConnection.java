package school.chancery.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection whose commits go over the {@link CommitWire}, with what the transaction wrote. */
final class WiredConnection implements InvocationHandler {
    private final Connection real;
    private final boolean careless;
    private final Writes written = new Writes();

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
                CommitWire.around(written.tables(), real::commit);
                written.forget();
                return null;
            }
            case "rollback", "close" -> written.forget();
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
        if (careless && written.contain("+orders.counters")) real.commit();
        written.note(sql);
    }
}
