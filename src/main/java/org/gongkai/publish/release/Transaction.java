package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.io.FileLock;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.ledger.Store;

/**
 * Applies the changes of a command to all stores of a folder, or to none. They are written to a {@link
 * TransactionJournal} first. If a change of a publication or a rollback fails, all are undone; those of a takedown are
 * never undone, because a page that is gone for some readers is better than one that all see again. If the process
 * dies, or a takedown fails, the next command completes them. Every step may be interrupted and run again.
 */
record Transaction(Path folder, Disk disk, TransactionJournal journal) {

    /**
     * @param folder the folder that is published into; its lock must be held
     */
    Transaction(Path folder, Disk disk) {
        this(folder, disk, new TransactionJournal(folder, disk));
    }

    /**
     * Applies changes to stores, all of whose locks must be held.
     *
     * @return whether the journal was deleted; if not, the next transaction deletes it
     * @throws PartialPublication if a change failed, and could not be undone or must not be
     * @throws IOException if a change failed; everything is as it was before
     */
    boolean run(List<StoreChange> changes) throws IOException {
        try {
            journal.write(changes);
            complete(changes);
        } catch (IOException | RuntimeException | Error e) {
            if (!changes.stream().allMatch(StoreChange::isTakedown)) {
                undo(changes, e);
            } else if (TransactionJournal.isAt(folder) && e instanceof IOException) {
                throw new PartialPublication(unfinished(changes), e);
            }
            throw e;
        }
        try {
            journal.delete();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String unfinished(List<StoreChange> changes) {
        String audiences = changes.stream().map(StoreChange::audience).collect(Collectors.joining("、"));
        return "已经记下，但是没有做完，" + (audiences.isEmpty() ? "" : audiences + " 的")
                + "读者可能还看得到这一页；请再运行一次，下一条发布、换回、撤下或清理的命令都会先接着做完";
    }

    private void undo(List<StoreChange> changes, Throwable reason) throws PartialPublication {
        try {
            List<StoreChange> reversed = new ArrayList<>(changes);
            Collections.reverse(reversed);
            for (StoreChange change : reversed) {
                update(change).undo();
            }
            journal.delete();
        } catch (IOException | RuntimeException e) {
            reason.addSuppressed(e);
            if (TransactionJournal.isAt(folder)) {
                throw new PartialPublication(state(changes), reason);
            }
        }
    }

    /** Describes in Chinese what readers of each audience see now. */
    private String state(List<StoreChange> changes) {
        List<String> done = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (StoreChange change : changes) {
            (update(change).isServed() ? done : waiting).add(change.audience());
        }
        String next = "；下一次发布、换回或撤下时先接着换完";
        return done.isEmpty()
                ? "站点没有改动，新的发布批次已经备好" + next
                : waiting.isEmpty()
                        ? "新的发布批次已经启用，后续步骤没有做完" + next
                        : "新的发布批次只启用了一部分，已经启用的公开对象：" + String.join("、", done) + "，没有启用的：" + String.join("、", waiting)
                                + next;
    }

    /**
     * Completes the transaction of a process that died, if there is one.
     *
     * @param seconds how long to wait for the lock of each store
     */
    private void recover(int seconds, Clock clock) throws IOException {
        List<StoreChange> changes = journal.read();
        if (changes.isEmpty()) {
            return;
        }
        List<FileLock> locks = new ArrayList<>();
        try {
            for (StoreChange change : changes) {
                if (!change.folder().isEmpty()) {
                    locks.add(StoreLock.take(update(change).store().folder(), seconds, clock));
                }
            }
            complete(changes);
            journal.delete();
        } finally {
            for (FileLock lock : locks) {
                lock.close();
            }
        }
    }

    /**
     * Takes the lock of a folder after the transactions of processes that died there, above it and below it were
     * completed: their changes may be prepared in the folder, and {@link Recovery} would delete them.
     */
    static FileLock lock(Path folder, int seconds, Clock clock, Disk disk) throws IOException {
        while (true) {
            for (Path pending : TransactionJournal.around(folder)) {
                FileLock lock = StoreLock.take(pending, seconds, clock);
                try {
                    new Transaction(pending, disk).recover(seconds, clock);
                } finally {
                    lock.close();
                }
            }
            FileLock lock = StoreLock.take(folder, seconds, clock);
            // Another process may have died while this one waited for its lock.
            if (TransactionJournal.around(folder).isEmpty()) {
                disk.delete(folder.resolve(Store.WORK + "journal-new"));
                return lock;
            }
            lock.close();
        }
    }

    private void complete(List<StoreChange> changes) throws IOException {
        for (StoreChange change : changes) {
            update(change).complete();
        }
    }

    private StoreUpdate update(StoreChange change) {
        return new StoreUpdate(Store.of(folder, change.folder()), change, disk);
    }

    /**
     * The write-ahead journal of a {@link Transaction}. As long as the file exists, its changes are to be completed.
     */
    public static final class TransactionJournal {

        private static final String NAME = Store.WORK + "journal";

        private final Path file;
        private final Disk disk;

        TransactionJournal(Path folder, Disk disk) {
            this.file = folder.resolve(NAME);
            this.disk = disk;
        }

        /** Whether a folder has a journal. */
        static boolean isAt(Path folder) {
            return Files.exists(folder.resolve(NAME));
        }

        /** The folders with a journal that may concern a folder: those above it, itself and below it. */
        static List<Path> around(Path folder) throws IOException {
            List<Path> folders = new ArrayList<>();
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                folders.add(parent);
            }
            folders.add(folder);
            Store.at(folder).stream()
                    .map(Store::folder)
                    .filter(below -> !below.equals(folder))
                    .forEach(folders::add);
            folders.removeIf(at -> !isAt(at));
            return folders;
        }

        /** Whether a takedown that concerns a folder is not complete. */
        public static boolean hasTakedown(Path folder) throws IOException {
            for (Path at : around(folder)) {
                if (new TransactionJournal(at, new Disk()).read().stream().anyMatch(StoreChange::isTakedown)) {
                    return true;
                }
            }
            return false;
        }

        /** Writes the journal atomically; it is on the disk when this returns. */
        void write(List<StoreChange> changes) throws IOException {
            byte[] text = Json.of(changes).getBytes(StandardCharsets.UTF_8);
            disk.replace(file, file.resolveSibling(NAME + "-new"), text);
        }

        /**
         * The changes to be completed; empty if there is no journal.
         *
         * @throws PublicationRefused if this program did not write it
         */
        List<StoreChange> read() throws IOException {
            try {
                return changes(Files.readString(file));
            } catch (NoSuchFileException e) {
                return List.of();
            }
        }

        /** Deletes the journal after its changes are complete. */
        void delete() throws IOException {
            disk.delete(file);
            disk.fsync(file.getParent());
        }

        private List<StoreChange> changes(String text) {
            try {
                return Json.objects(text).orElseThrow(IllegalArgumentException::new).stream()
                        .map(TransactionJournal::change)
                        .toList();
            } catch (IllegalArgumentException e) {
                throw new PublicationRefused("没有做完的发布或撤下记在这里，但是被改动过，不能接着做；请从备份放回整个文件夹：" + file);
            }
        }

        private static StoreChange change(JsonObject fields) {
            StoreChange change = fields.to(StoreChange.class);
            if (!change.release().stream().allMatch(id -> Store.ID.matcher(id).matches())
                    || change.isTakedown() && change.isNew()
                    || !change.folder().isEmpty() && !change.folder().matches("[a-z0-9-]+")
                    || !change.editions().stream().allMatch(RequestedEditions::isName)) {
                throw new IllegalArgumentException("not a name that this program gives");
            }
            return change;
        }
    }
}
