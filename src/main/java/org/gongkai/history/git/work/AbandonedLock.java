package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lock files of git that a killed process left. Git has no record of who made one: it is deleted if it has been there
 * for a while and no process can be found that may have made it. Where Linux tells which files are open and where a git
 * works, a short while is enough; elsewhere no git at all may run, for ten minutes.
 *
 * @param processes the folder in which Linux describes processes
 * @param isGitRunning whether any git runs on this machine; asked on other systems
 */
record AbandonedLock(Path processes, BooleanSupplier isGitRunning) {

    private static final Duration KNOWN = Duration.ofSeconds(10);
    private static final Duration UNKNOWN = Duration.ofMinutes(10);

    static AbandonedLock ofMachine() {
        return new AbandonedLock(
                Path.of("/proc"), () -> ProcessHandle.allProcesses().anyMatch(process -> process.info()
                        .command()
                        .filter(command -> command.matches("(?i)(?:.*[/\\\\])?git(?:\\.exe)?"))
                        .isPresent()));
    }

    /**
     * Deletes a lock file if it is abandoned. To be called while the lock of the source is held, so that no other desk
     * is at it.
     *
     * @param lock the lock file
     * @param folders the folder of git, that of all work trees, and the work tree
     */
    void delete(Path lock, List<Path> folders) {
        try {
            if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            boolean isKnown = Files.isDirectory(processes);
            FileTime made = Files.getLastModifiedTime(lock);
            if (age(made, folders.get(0)).compareTo(isKnown ? KNOWN : UNKNOWN) > 0
                    && !(isKnown ? isUsed(lock.toRealPath(), folders) : isGitRunning.getAsBoolean())
                    && Files.getLastModifiedTime(lock).equals(made)) {
                Files.deleteIfExists(lock);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // Whoever needs the lock says that it is there.
        }
    }

    /** By the clock of the disk, which may be that of another machine. */
    private static Duration age(FileTime made, Path folder) throws IOException {
        Path now = Files.createTempFile(folder, "gongkai-", ".tmp");
        try {
            return Duration.between(
                    made.toInstant(), Files.getLastModifiedTime(now).toInstant());
        } finally {
            Files.delete(now);
        }
    }

    private boolean isUsed(Path lock, List<Path> folders) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : all) {
                if (isOpen(lock, process) || isGitAt(process, folders)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOpen(Path lock, Path process) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : open) {
                if (lock.toString().equals(target(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return false; // It has ended, or belongs to somebody else: then its name tells.
        }
    }

    /** Git closes the file and goes on holding the lock while a hook or an editor runs. */
    private static boolean isGitAt(Path process, List<Path> folders) {
        try {
            if (!Files.readString(process.resolve("comm"), StandardCharsets.ISO_8859_1)
                    .startsWith("git")) {
                return false;
            }
            String place = target(process.resolve("cwd"));
            String said = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return folders.stream()
                    .anyMatch(folder -> Path.of(place).startsWith(folder)
                            || said.contains(new String(
                                    folder.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException e) {
            return false; // It has ended, though nobody may have asked for its status yet.
        } catch (IOException e) {
            // Of another user, whose git may be at work here. What fails otherwise is of a process that is ending.
            return e instanceof AccessDeniedException || !isReadable(process.resolve("comm"));
        }
    }

    private static boolean isReadable(Path file) {
        try {
            Files.readAllBytes(file);
            return true;
        } catch (NoSuchFileException e) {
            return true; // It has ended.
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString();
    }
}
