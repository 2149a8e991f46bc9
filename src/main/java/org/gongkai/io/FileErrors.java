package org.gongkai.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.commons.io.function.IORunnable;

/** Makes exceptions name the file that they are about. */
public final class FileErrors {

    private FileErrors() {}

    /**
     * Runs work on a file. Some failures, such as that of a full disk, do not name the file.
     *
     * @throws FileSystemException if the work fails; it names the file, or the one that the work has named
     */
    public static void naming(Path file, IORunnable work) throws FileSystemException {
        try {
            work.run();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
