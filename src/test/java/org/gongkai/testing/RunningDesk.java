package org.gongkai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code desk} as users have it: {@code target/gongkai.jar} in a process of its own. */
public final class RunningDesk implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final URI address;

    /** Starts it for a site, and waits until it names its address. */
    public RunningDesk(Path site, String... more) {
        this(List.of(), site, Map.of(), more);
    }

    /** Starts it with little memory, such as {@code 64m}. */
    public static RunningDesk in(String heap, Path site) {
        return new RunningDesk(List.of("-XX:+UseSerialGC", "-Xmx" + heap), site, Map.of());
    }

    /**
     * Starts it in an environment of its own.
     *
     * @param variables what differs from the environment of the tests
     */
    public RunningDesk(Path site, Map<String, String> variables, String... more) {
        this(List.of(), site, variables, more);
    }

    private RunningDesk(List<String> options, Path site, Map<String, String> variables, String... more) {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(1, options);
        command.addAll(List.of("desk", "-s", site.toString()));
        command.addAll(List.of(more));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            process = builder.start();
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("no address: " + process.onExit().join());
            }
            address = URI.create(line.substring(line.indexOf("http")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    /** What it says after its address; waits for it. */
    public String nextLine() throws IOException {
        return output.readLine();
    }

    /** The ids of its processes. */
    public List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    public int port() {
        return address.getPort();
    }

    /** Ends the program as a power failure does: without a chance to do anything. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Ends it and waits for all its processes, as one that still writes keeps its folder from being deleted. */
    @Override
    public void close() {
        end(ProcessHandle::destroy);
    }

    private void end(Consumer<ProcessHandle> way) {
        List<ProcessHandle> processes = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        processes.forEach(way);
        processes.forEach(ended -> ended.onExit().join());
    }
}
