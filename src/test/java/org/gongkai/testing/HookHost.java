package org.gongkai.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.gongkai.cli.Main;

/**
 * Runs the hooks that git starts in the process of the tests, which has all classes loaded already: a script takes the place
 * of the Java in a hook's command, and hands arguments, environment and input to a socket. What depends on a process of its
 * own, such as two pushes at a time or one that is killed, wants the hooks as users have them.
 */
final class HookHost {

    private static final String COMMAND = "LC_ALL=C\\.UTF-8 .* 'org\\.gongkai\\.cli\\.Main'";

    private final Path client;

    private HookHost(Path client) {
        this.client = client;
    }

    private static final class Holder {
        static final HookHost ONE = start();
    }

    /** The one of this process. */
    static HookHost ofThisProcess() {
        return Holder.ONE;
    }

    private static HookHost start() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(socket), "hooks of tests");
            thread.setDaemon(true);
            thread.start();
            Path client = Files.createTempFile("gongkai-hook", ".sh");
            client.toFile().deleteOnExit();
            Files.writeString(
                    client,
                    """
                    #!/bin/bash
                    work=$(mktemp -d)
                    printf '%%s\\0' "$PWD" "$@" > "$work/args"
                    env -0 > "$work/env"
                    cat > "$work/in"
                    exec 3<> /dev/tcp/127.0.0.1/%d
                    echo "$work" >&3
                    read -r status <&3
                    cat "$work/err" >&2
                    cat "$work/out"
                    rm -r "$work"
                    exit "$status"
                    """
                            .formatted(socket.getLocalPort()));
            Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new HookHost(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the hooks in a folder run here. */
    void take(Path hooks) {
        try {
            for (String name : List.of("pre-receive", "post-receive")) {
                Path hook = hooks.resolve(name);
                String script = Files.readString(hook);
                String mine = script.replaceFirst(COMMAND, Matcher.quoteReplacement("LC_ALL=C.UTF-8 '" + client + "'"));
                if (mine.equals(script)) {
                    throw new AssertionError("no command of the program in " + hook + ":\n" + script);
                }
                Files.writeString(hook, mine);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket socket) {
        while (true) {
            try (Socket call = socket.accept()) {
                String folder = new String(readLine(call), StandardCharsets.UTF_8);
                int status = run(Path.of(folder));
                call.getOutputStream().write((status + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] readLine(Socket call) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = call.getInputStream().read();
                next >= 0 && next != '\n';
                next = call.getInputStream().read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private static int run(Path work) throws IOException {
        String[] words = Files.readString(work.resolve("args")).split("\0");
        Path at = Path.of(words[0]);
        String[] args = Arrays.copyOfRange(words, 1, words.length);
        for (int i = 1; i < args.length; i++) {
            if (args[i - 1].equals("--repo")) {
                args[i] = at.resolve(args[i]).normalize().toString();
            }
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : Files.readString(work.resolve("env")).split("\0")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        for (String name : List.of("GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH")) {
            environment.computeIfPresent(name, (key, value) -> at.resolve(value).toString());
        }
        try (PrintStream out =
                        new PrintStream(Files.newOutputStream(work.resolve("out")), true, StandardCharsets.UTF_8);
                PrintStream err =
                        new PrintStream(Files.newOutputStream(work.resolve("err")), true, StandardCharsets.UTF_8)) {
            byte[] input = Files.readAllBytes(work.resolve("in"));
            return Main.run(
                    args, new ByteArrayInputStream(input), environment, out, err, Clock.systemUTC(), SiteFolder.SHARED);
        }
    }
}
