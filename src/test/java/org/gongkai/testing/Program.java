package org.gongkai.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFolder.Ran;

/**
 * The program as users have it: {@code target/gongkai.jar} with its archive of loaded classes, run in a process of its own.
 * Hooks that it installs start it, too.
 */
public final class Program {

    private static final Path JAR = Path.of("target", "gongkai.jar").toAbsolutePath();
    private static final Path ARCHIVE = JAR.resolveSibling("gongkai.jsa");

    private Program() {}

    /** Runs a command and waits for its end. */
    public static Ran run(String... args) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(args));
        return run(command);
    }

    /** Starts a command, whose output is not read. */
    public static Process start(String... args) {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(args));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C.UTF-8");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command under a umask, such as {@code 077}. */
    public static Ran runUnder(String umask, String... args) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$0\" \"$@\""));
        command.addAll(command());
        command.addAll(List.of(args));
        return run(command);
    }

    /** How users start it. */
    static List<String> command() {
        archive();
        return List.of(java(), "-jar", JAR.toString());
    }

    /**
     * Runs a command with little memory.
     *
     * @param heap how much, such as {@code 64m}
     */
    public static Ran runIn(String heap, String... args) {
        // The collector that Java chooses on a machine with so little memory.
        List<String> command = new ArrayList<>(
                List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heap, "-jar", JAR.toString()));
        command.addAll(List.of(args));
        return run(command);
    }

    /**
     * Runs a command of a program that was damaged.
     *
     * @param part what its theme lacks, such as {@code templates/post.ftl}
     */
    public static Ran runWithout(String part, String... args) {
        try {
            Path jar =
                    Files.copy(JAR, Files.createTempDirectory("gongkai-damaged").resolve("gongkai.jar"));
            try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                Files.delete(zip.getPath("org/gongkai/theme/" + part));
            }
            String classPath =
                    jar + File.pathSeparator + JAR.resolveSibling("lib").resolve("*");
            List<String> command = new ArrayList<>(
                    List.of(java(), "-XX:TieredStopAtLevel=1", "-cp", classPath, "org.gongkai.cli.Main"));
            command.addAll(List.of(args));
            return run(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the archive, as the first build of a clone does, if there is none of the jar as it is now. */
    private static synchronized void archive() {
        try (FileChannel file = FileChannel.open(
                        JAR.resolveSibling("gongkai.jsa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (Files.exists(ARCHIVE)
                    && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
                return;
            }
            Path folder = Files.createTempDirectory("gongkai-archive");
            SiteFolder site = new SiteFolder(folder).entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-05-06");
            Ran ran = run(List.of(
                    java(),
                    "-XX:+UseParallelGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xlog:disable",
                    "-Xlog:all=off",
                    "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                    "-cp",
                    JAR.toString(),
                    "org.gongkai.cli.Main",
                    "publish",
                    "-s",
                    site.root().toString(),
                    "--to",
                    folder.resolve("store").toString()));
            if (ran.status() != 0 || !Files.exists(ARCHIVE)) {
                throw new AssertionError(ran.out() + ran.err());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ran run(List<String> command) {
        try {
            Path err = Files.createTempFile("gongkai", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Ran ran = new Ran(process.waitFor(), out, Files.readString(err));
            Files.delete(err);
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
