package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.FileLock;
import org.gongkai.io.FileTrees;
import org.gongkai.output.OutputTransaction.PlacementJournal;

/**
 * The locked folder inside an output in which a build works. Opening it first recovers from a build that was killed
 * during its commit: the output is then as it was before that build, or as that build left it.
 */
final class Staging {

    /** The name of the folder, which no file of a site may have. */
    static final String NAME = ".gongkai-staging";

    private final Path target;
    private final Path folder;
    private final OutputDisk disk;
    private final boolean created;
    private final FileLock lock;

    /**
     * Opens the folder; creates the output folder if it does not exist.
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
            recover();
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
                if (!isUnfinished()) {
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

    /** A file for the work of a build. */
    Path scratch(String name) {
        return folder.resolve(name);
    }

    /** Where new files are written. */
    Path fresh() {
        return folder.resolve("new");
    }

    /** Where replaced files are moved. */
    Path old() {
        return folder.resolve("old");
    }

    /** The journal of a commit in progress. */
    private Path journal() {
        return folder.resolve("journal");
    }

    /** The journal of a completed commit; only the first of several outputs has it. */
    private Path done() {
        return folder.resolve("done");
    }

    /** Whether a commit was begun and neither completed nor undone. */
    private boolean isUnfinished() {
        return Files.exists(journal()) || Files.exists(done());
    }

    /** Records that a commit begins. */
    void begin(PlacementJournal journal) throws IOException {
        journal.write(journal(), disk);
    }

    /** Records that all outputs of the build are in place. Called for the first output only. */
    void complete() throws IOException {
        disk.move(journal(), done());
    }

    /** Deletes the journals. Called for the first output last. */
    void forget() throws IOException {
        disk.delete(journal());
        disk.delete(done());
    }

    /** Undoes a commit that was not completed. May be interrupted and run again. */
    void undo() throws IOException {
        if (Files.exists(journal())) {
            PlacementJournal journal = PlacementJournal.read(journal());
            new OutputSwap(target, fresh(), old(), disk).undo(journal.addresses());
            disk.delete(journal());
        }
    }

    private void recover() throws IOException {
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

    /** Releases the folder and deletes new files, but nothing that is needed to undo an unfinished commit. */
    void close() throws IOException {
        boolean unfinished = isUnfinished();
        try {
            if (!unfinished) {
                disk.deleteTree(fresh());
                disk.deleteTree(old());
            }
        } finally {
            lock.close();
        }
        disk.delete(folder.resolve("lock"));
        if (!unfinished) {
            disk.delete(folder);
            if (created) {
                FileTrees.deleteIfEmpty(target);
            }
        }
    }
}
