package school.chancery.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another process that serves a home directory until it is killed: what a second start or a crash looks like. */
final class ServerProcess implements AutoCloseable {
    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** In the child: starts, stores one row, says so and waits. */
    public static void main(String[] arguments) throws IOException {
        try (var database = EmbeddedDatabase.start(Path.of(arguments[0]), 0, Map.of())) {
            var jdbc = new JdbcTemplate(database.administrator("chancery"));
            jdbc.execute("create table if not exists public.kept (word text)");
            jdbc.update("insert into public.kept values ('сохранено')");
            System.out.println("READY");
            System.in.read();
        }
    }

    static ServerProcess start(Path home) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var main = ServerProcess.class.getName();
        var child = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classes, main, home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        awaitReady(child.inputReader());
        return new ServerProcess(child);
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        for (var line = output.readLine(); !"READY".equals(line); line = output.readLine())
            if (line == null) throw new IOException("The child ended before it was ready");
    }

    /** As {@code kill -9}: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
