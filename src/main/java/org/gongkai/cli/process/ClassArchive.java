package org.gongkai.cli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.process.JavaCommand.DetachedProcess;
import org.gongkai.io.FileTrees;

/**
 * The archive of loaded classes, with which Java starts the program in half the time. A program that was unpacked or
 * installed makes it in a folder of its user, in the background of the first command; whatever prevents that costs time
 * only.
 *
 * @param file the archive; beside it lies the key of what it was made from
 */
public record ClassArchive(Path file) {

    /** Names the archive; set by the scripts that start the program. */
    private static final String PROPERTY = "gongkai.archive";

    static final String OPTION = "-D" + PROPERTY + "=";

    /** The command that makes the archive. */
    public static final String COMMAND = "archive-classes";

    /** So long nothing is tried again after an attempt that has left no archive. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /** The archive that the script has named. */
    public static Optional<ClassArchive> named() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(name -> new ClassArchive(Path.of(name)));
    }

    /** Starts to make the archive in a process that outlives this one, unless it is there. */
    public void ensure(JavaCommand java, Clock clock) {
        try {
            if (isCurrent() || isBeingMade(clock)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Files.writeString(attempt(), "");
            DetachedProcess.start(java.standalone(COMMAND));
        } catch (IOException | SecurityException e) {
            // The program starts more slowly, as it did this time.
        }
    }

    /**
     * Makes the archive of the classes that the build of a site loads.
     *
     * @throws IOException if that failed
     */
    public void make(JavaCommand java, Path site) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(file.getParent(), "classes-");
        try {
            Path made = folder.resolve("classes.jsa");
            List<String> command = new ArrayList<>(java.standalone(
                    "build", "-s", site.toString(), "-o", folder.resolve("site").toString()));
            command.add(1, "-XX:ArchiveClassesAtExit=" + made);
            command.removeIf(option -> option.startsWith("-XX:SharedArchiveFile="));
            int status = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status == 0 && Files.isRegularFile(made)) {
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                Files.writeString(keyFile(), key());
            }
        } finally {
            FileTrees.delete(folder);
            Files.deleteIfExists(attempt());
        }
    }

    private boolean isCurrent() throws IOException {
        return Files.isRegularFile(file)
                && Files.exists(keyFile())
                && Files.readString(keyFile()).equals(key());
    }

    private boolean isBeingMade(Clock clock) throws IOException {
        return Files.exists(attempt())
                && Files.getLastModifiedTime(attempt())
                        .toInstant()
                        .isAfter(clock.instant().minus(PAUSE));
    }

    /** What the archive is made from: this program and this Java. Java itself compares all libraries. */
    private static String key() throws IOException {
        Path program = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        FileTime modified = Files.getLastModifiedTime(program);
        return String.join(
                "\n",
                program.toRealPath().toString(),
                String.valueOf(Files.size(program)),
                modified.toString(),
                System.getProperty("java.home"),
                System.getProperty("java.vm.version"));
    }

    private Path keyFile() {
        return file.resolveSibling(file.getFileName() + ".key");
    }

    private Path attempt() {
        return file.resolveSibling(file.getFileName() + ".making");
    }
}
