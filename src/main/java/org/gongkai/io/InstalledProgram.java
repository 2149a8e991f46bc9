package org.gongkai.io;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of others on this machine, such as a browser. */
public record InstalledProgram(Path file) {

    /**
     * Where a program usually lies.
     *
     * @param names its commands, its files below the folders of programs of Windows, which end with {@code .exe}, and
     *     its files on a Mac, which begin with a slash
     */
    public record UsualPlaces(List<String> names) {

        private static final List<String> WINDOWS_FOLDERS =
                List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "APPDATA");

        /**
         * Returns the program that is there, if any.
         *
         * @param system the name of the operating system, as in the system property {@code os.name}
         */
        public Optional<InstalledProgram> find(String system, Map<String, String> environment) {
            String name = system.toLowerCase(Locale.ROOT);
            Stream<String> typed;
            if (name.contains("windows")) {
                typed = in(WINDOWS_FOLDERS.stream().map(environment::get), named("[^/].*\\.exe"));
            } else {
                Stream<String> folders =
                        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator));
                Stream<String> mac = named(name.contains("mac") ? "/.*" : "").stream();
                typed = Stream.concat(mac, in(folders, named("[^/]+")));
            }
            return typed.flatMap(each -> at(each).stream()).findFirst();
        }

        private List<String> named(String form) {
            return names.stream().filter(name -> name.matches(form)).toList();
        }

        private static Stream<String> in(Stream<String> folders, List<String> names) {
            List<String> existing = folders.filter(folder -> folder != null && !folder.isBlank())
                    .toList();
            return names.stream().flatMap(name -> existing.stream().map(folder -> folder + "/" + name));
        }
    }

    /** A word of a command that somebody is to type, quoted if a shell would read it otherwise. */
    public static String typed(Object word) {
        String text = word.toString();
        String quoted = File.separatorChar == '/' ? "'" + text.replace("'", "'\\''") + "'" : "\"" + text + "\"";
        return text.matches("[\\p{L}\\p{N}_./:=+@,-]+") ? text : quoted;
    }

    /** Returns the program at a path as typed; empty if nothing there can be run. */
    public static Optional<InstalledProgram> at(String typed) {
        try {
            return Optional.of(Path.of(typed).toAbsolutePath())
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .map(InstalledProgram::new);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs the program and ends it with its children.
     *
     * @param folder where it works
     * @param variables what its environment has beside that of this process
     * @param seconds how long it may take
     * @return its exit status; empty if it was ended because it took longer
     * @throws InterruptedIOException if this thread was interrupted
     * @throws IOException if it does not start
     */
    public OptionalInt run(List<String> arguments, Path folder, Map<String, String> variables, int seconds)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
