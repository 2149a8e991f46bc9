package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Store;

/** The write-ahead journal of a {@link Transaction}. As long as the file exists, its changes are to be completed. */
public final class TransactionJournal {

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
        String text = Json.of(changes.stream().map(TransactionJournal::fields).toList());
        disk.replace(file, file.resolveSibling(NAME + "-new"), text.getBytes(StandardCharsets.UTF_8));
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

    private static Map<String, Object> fields(StoreChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("folder", change.folder());
        fields.put("audience", change.audience());
        fields.put("release", change.release());
        fields.put("new", change.isNew());
        fields.put("editions", change.editions());
        fields.put("link", change.link());
        fields.put("before", change.before());
        fields.put("lines", change.lines());
        return fields;
    }

    private static StoreChange change(JsonObject fields) {
        StoreChange change = new StoreChange(
                fields.text("folder"),
                fields.text("audience"),
                fields.optionalText("release"),
                fields.bool("new"),
                fields.texts("editions"),
                fields.optionalText("link"),
                fields.optionalText("before"),
                fields.texts("lines"));
        if (!change.release().stream().allMatch(id -> Store.ID.matcher(id).matches())
                || change.isTakedown() && change.isNew()
                || !change.folder().isEmpty() && !change.folder().matches("[a-z0-9-]+")
                || !change.editions().stream().allMatch(RequestedEditions::isName)) {
            throw new IllegalArgumentException("not a name that this program gives");
        }
        return change;
    }
}
