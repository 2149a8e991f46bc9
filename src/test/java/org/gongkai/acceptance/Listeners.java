package org.gongkai.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Watches, on Linux, who of this process and those that it starts begins to wait for connections. */
final class Listeners implements AutoCloseable {

    private static final String LISTENING = "0A";
    private static final long PAUSE_NANOS = 20_000_000;

    private final Set<String> before = listening();
    private final Set<String> sockets = new TreeSet<>();
    private final Set<String> programs = new TreeSet<>();
    private final Thread watcher = new Thread(this::watch);
    private volatile boolean isClosed;

    Listeners() {
        watcher.start();
    }

    private void watch() {
        while (!isClosed) {
            Set<String> now = listening();
            now.removeAll(before);
            synchronized (this) {
                sockets.addAll(now);
                ProcessHandle.current()
                        .descendants()
                        .forEach(process -> process.info().commandLine().ifPresent(programs::add));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The sockets on which somebody began to listen so far. */
    synchronized List<String> sockets() {
        return List.copyOf(sockets);
    }

    /** The command lines of the processes that were seen so far. */
    synchronized List<String> programs() {
        return List.copyOf(programs);
    }

    private static Set<String> listening() {
        Set<String> own = new TreeSet<>();
        Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .forEach(process -> own.addAll(sockets(process.pid())));
        Set<String> listening = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(Path.of("/proc/net", table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[3].equals(LISTENING)) {
                    listening.add("socket:[" + fields[9] + "]");
                }
            }
        }
        listening.retainAll(own);
        return listening;
    }

    /** The sockets of a process, as far as they can be read before it ends. */
    private static Set<String> sockets(long process) {
        Set<String> sockets = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        } catch (IOException e) {
            return sockets;
        }
        return sockets;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
