package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.FileLock;
import org.gongkai.io.FileTrees;

/**
 * The folder inside an output in which a build works, alone: it holds a lock. Opening it first settles what a build has left
 * that was killed while it put its files in place: the output is then as it was before, or as it was to be.
 */
final class Staging {

    /** Its name; no file of a site may have it. */
    static final String NAME = ".gongkai-staging";

    private final Path target;
    private final Path folder;
    private final OutputDisk disk;
    private final boolean created;
    private final FileLock lock;

    /**
     * Opens it; creates the output folder if it is not there.
     *
     * @throws IOException if it cannot be created or written, or another build is writing it
     */
    Staging(Path target, OutputDisk disk) throws IOException {
        this.target = target;
        this.folder = target.resolve(NAME);
        this.disk = disk;
        this.created = !Files.exists(target);
        Optional<FileLock> acquired = Optional.empty();
        boolean isOurs = true;
        try {
            disk.createFolders(folder);
            acquired = FileLock.tryAcquire(folder.resolve("lock"));
            isOurs = acquired.isPresent();
            this.lock = acquired.orElseThrow(() -> new FileSystemException(target.toString(), null, "另一个生成任务正在写这个文件夹"));
            settle();
            disk.deleteTree(fresh());
            disk.deleteTree(old());
            disk.createFolders(fresh());
        } catch (IOException e) {
            if (isOurs) {
                giveUp(acquired, e);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            if (acquired.isPresent()) {
                acquired.get().close();
            }
            throw e;
        }
    }

    /** Removes every trace of an output that could not be begun, except what is needed to restore earlier files. */
    private void giveUp(Optional<FileLock> acquired, IOException reason) {
        try {
            if (acquired.isPresent()) {
                acquired.get().close();
                if (!isUnsettled()) {
                    disk.deleteTree(folder);
                }
            } else if (Files.isDirectory(folder)) {
                FileTrees.deleteIfEmpty(folder);
            }
            if (created && Files.isDirectory(target)) {
                FileTrees.deleteIfEmpty(target);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Where new files are written. */
    Path fresh() {
        return folder.resolve("new");
    }

    /** Where old files are put aside. */
    Path old() {
        return folder.resolve("old");
    }

    /** What is being put in place. */
    private Path journal() {
        return folder.resolve("journal");
    }

    /** The same when everything is in place; only in the first of several outputs. */
    private Path done() {
        return folder.resolve("done");
    }

    /** Whether files were put in place and it was not settled whether they stay. */
    private boolean isUnsettled() {
        return Files.exists(journal()) || Files.exists(done());
    }

    /** Says what is about to be put in place. */
    void begin(PlacementJournal journal) throws IOException {
        journal.write(journal(), disk);
    }

    /** Says that this output, and all others of the same build, are in place. Only the first one is asked. */
    void complete() throws IOException {
        disk.move(journal(), done());
    }

    /** Says that nothing of it is left to be done; the first output is asked last. */
    void forget() throws IOException {
        disk.delete(journal());
        disk.delete(done());
    }

    /** Puts everything back that was begun and not completed. May be broken off and done again. */
    void undo() throws IOException {
        if (Files.exists(journal())) {
            PlacementJournal journal = PlacementJournal.read(journal());
            new OutputSwap(target, fresh(), old(), disk).undo(journal.addresses());
            disk.delete(journal());
        }
    }

    private void settle() throws IOException {
        if (Files.exists(done())) {
            PlacementJournal journal = PlacementJournal.read(done());
            for (String other : journal.others()) {
                Path left = target.resolve(other).resolve(NAME).resolve("journal");
                if (isOf(journal.build(), left)) {
                    disk.delete(left);
                }
            }
            forget();
        } else if (Files.exists(journal())) {
            PlacementJournal journal = PlacementJournal.read(journal());
            Path first = target.resolve(journal.first()).resolve(NAME).resolve("done");
            if (isOf(journal.build(), first)) {
                forget();
            } else {
                undo();
            }
        }
    }

    private static boolean isOf(String build, Path journal) throws IOException {
        return Files.exists(journal) && PlacementJournal.read(journal).build().equals(build);
    }

    /** Releases the folder; what was not put in place is thrown away, but nothing that is needed to put everything back. */
    void close() throws IOException {
        boolean unsettled = isUnsettled();
        try {
            if (!unsettled) {
                disk.deleteTree(fresh());
                disk.deleteTree(old());
            }
        } finally {
            lock.close();
        }
        disk.delete(folder.resolve("lock"));
        if (!unsettled) {
            disk.delete(folder);
            if (created) {
                FileTrees.deleteIfEmpty(target);
            }
        }
    }
}
