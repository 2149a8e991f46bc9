package org.gongkai.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's Apache httpd with the configuration that the program prints, on this machine only. */
final class Apache implements AutoCloseable {

    /** Those that the configuration needs, and those without which nothing runs; the latter are built in at times. */
    private static final List<String> MODULES =
            List.of("mpm_event unixd authz_core authz_host dir mime alias filter headers deflate rewrite".split(" "));

    private final Process process;

    /**
     * Starts it.
     *
     * @param folder for what Apache writes; empty
     * @param hosts what {@code server apache} printed
     * @param port a port on which it listens then
     */
    Apache(Path folder, String hosts, int port) throws IOException, InterruptedException {
        // Apache never works as root; whom it works as must be able to enter.
        boolean root = System.getProperty("user.name").equals("root");
        Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        Path modules = modules().orElseThrow();
        Path configuration = folder.resolve("httpd.conf");
        Files.writeString(
                configuration,
                "ServerRoot \"" + folder + "\"\nDefaultRuntimeDir \"" + folder + "\"\nPidFile pid\nErrorLog error.log\n"
                        + "ServerName localhost\nTypesConfig /etc/mime.types\n"
                        + MODULES.stream()
                                .map(name -> "<IfModule !" + name + "_module>\nLoadModule " + name + "_module \""
                                        + modules.resolve("mod_" + name + ".so") + "\"\n</IfModule>\n")
                                .collect(Collectors.joining())
                        + (root ? "User #65534\nGroup #65534\n" : "")
                        + hosts.replaceAll("Listen (\\d+)", "Listen 127.0.0.1:$1"));
        process = new ProcessBuilder(
                        executable().orElseThrow().toString(), "-D", "FOREGROUND", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        while (!Nginx.answers(port)) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("said")));
            }
            Thread.sleep(20);
        }
    }

    /** Skips the test, loudly, where there is no Apache. */
    static void required() {
        if (executable().isEmpty() || modules().isEmpty() || !Files.exists(Path.of("/etc/mime.types"))) {
            String message = "SKIPPED: no Apache httpd on this machine";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private static Optional<File> executable() {
        return Stream.of("/usr/sbin/apache2", "/usr/sbin/httpd", "/usr/bin/httpd")
                .map(File::new)
                .filter(File::canExecute)
                .findFirst();
    }

    private static Optional<Path> modules() {
        return Stream.of("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
