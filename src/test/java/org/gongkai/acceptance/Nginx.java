package org.gongkai.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.testing.Required;

/** The machine's nginx with the configuration that the program prints, on this machine only. */
final class Nginx implements AutoCloseable {

    private final Process process;

    /**
     * Starts it.
     *
     * @param folder for what nginx writes; empty
     * @param servers what {@code server nginx} printed
     * @param port a port on which it listens then
     */
    Nginx(Path folder, String servers, int port) throws IOException, InterruptedException {
        Path configuration = folder.resolve("nginx.conf");
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        Files.writeString(
                configuration,
                user + "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\n"
                        + "events { worker_connections 64; }\nhttp {\naccess_log off;\n"
                        + Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                                .map(name -> name + "_temp_path temp_" + name + ";\n")
                                .reduce("", String::concat)
                        + servers.replaceAll("listen (\\d+)", "listen 127.0.0.1:$1")
                                .replaceAll("listen \\[::\\].*;", "")
                        + "}\n");
        process = new ProcessBuilder(
                        executable().orElseThrow().toString(), "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("said")));
            }
            Thread.sleep(20);
        }
    }

    /** Skips the test, loudly, where there is no nginx, unless the environment wants everything to be there. */
    static void required() {
        if (executable().isEmpty()) {
            Required.missing("no nginx on this machine");
        }
    }

    /**
     * The first of some ports one after the other that nobody uses. They lie below those that systems give to whoever asks for
     * any, so that no other test gets one of them in the meantime.
     */
    static int freePorts(int count) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (IntStream.range(port, port + count).allMatch(Nginx::isFree)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<File> executable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator)), List.of("/usr/sbin", "/usr/local/sbin").stream())
                .map(folder -> new File(folder, "nginx"))
                .filter(File::canExecute)
                .findFirst();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
