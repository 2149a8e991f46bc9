package org.gongkai.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of its own, where the machine lets the test mount one; else the test is skipped. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    /**
     * Mounts a disk.
     *
     * @param folder where; it is created
     * @param options of a temporary file system, such as {@code size=256k}
     */
    public SmallDisk(Path folder, String options) throws IOException {
        this.folder = Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()),
                "no right to mount a small disk here");
    }

    public Path folder() {
        return folder;
    }

    /** Writes until nothing fits any more; returns the file to be deleted. */
    public Path fill() {
        run("sh", "-c", "cat /dev/zero >\"$0\" 2>/dev/null", filler().toString());
        return filler();
    }

    /** What fills the disk. */
    public Path filler() {
        return folder.resolve("filler");
    }

    public void remount(String options) {
        if (!run("mount", "-o", "remount," + options, folder.toString())) {
            throw new AssertionError("cannot be mounted anew: " + folder);
        }
    }

    @Override
    public void close() {
        // What git began in the background may still have a file open here.
        if (!run("umount", folder.toString())) {
            run("umount", "--lazy", folder.toString());
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
