package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.io.FileTrees;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;

/**
 * The folder with the releases of one audience: its layout and its records.
 *
 * @param folder the folder
 */
public record Store(Path folder) {

    public static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}(-\\d+)?");

    private static final String RECORDS = "records.jsonl";
    /** The prefix of the names of work in progress, which only this program gives. */
    public static final String WORK = Disk.WORK;

    private static final String REPLACEMENT = WORK + "new-";
    private static final String DISCARDED = WORK + "old-";
    private static final String SERVING = WORK + "serving-";
    private static final String CURRENT = "current";
    private static final String RELEASES = "releases";
    private static final String EDITIONS = "editions";
    private static final String ADDRESSES = "addresses";

    /** Names inside the folder of a store, which no folder of an audience may have. */
    private static final Set<String> OWN = Set.of(CURRENT, RELEASES, EDITIONS, ADDRESSES);

    /** The name of a release's folder in records and reports. */
    public static String nameOf(String release) {
        return RELEASES + "/" + release;
    }

    /** The name of an edition's folder in records and reports. */
    public static String nameOfEdition(String edition) {
        return EDITIONS + "/" + edition;
    }

    /**
     * The store of an audience, whether or not anything was published to it.
     *
     * @param folder the folder that is published into
     * @param audience the folder of the audience below it; empty if the site has one
     */
    public static Store of(Path folder, String audience) {
        return new Store(audience.isEmpty() ? folder : folder.resolve(audience));
    }

    /**
     * The stores at a folder: the folder itself and its subfolders, one for each audience, sorted; may be empty. There
     * are both only if audiences were added to the site, or removed, since it was first published.
     */
    public static List<Store> at(Path folder) throws IOException {
        List<Store> stores = new ArrayList<>();
        if (new Store(folder).isOurs()) {
            stores.add(new Store(folder));
        }
        FileTrees.children(folder).stream()
                .filter(child -> isFolderOfAudience(child.getFileName().toString()))
                .map(Store::new)
                .filter(Store::isOurs)
                .forEach(stores::add);
        return List.copyOf(stores);
    }

    /**
     * The stores at a folder that were published into last: the folder itself, or those of its audiences. After
     * audiences were added or removed, the other stores remain but are no longer used.
     */
    public static List<Store> inUse(Path folder) throws IOException {
        List<Store> own = new ArrayList<>();
        List<Store> below = new ArrayList<>();
        for (Store store : at(folder)) {
            (store.folder().equals(folder) ? own : below).add(store);
        }
        if (own.isEmpty() || below.isEmpty()) {
            return own.isEmpty() ? below : own;
        }
        return lastPublished(own).isAfter(lastPublished(below)) ? own : below;
    }

    /** The stores of the other audiences of the same site; empty if there are none. */
    public List<Store> besides() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        List<Store> all = new ArrayList<>(parent == null ? List.of() : inUse(parent));
        return all.remove(this) ? List.copyOf(all) : List.of();
    }

    private static OffsetDateTime lastPublished(List<Store> stores) throws IOException {
        OffsetDateTime last = OffsetDateTime.MIN;
        for (Store store : stores) {
            for (Ledger.Release release : store.ledger().releases()) {
                OffsetDateTime at = release.record().at();
                last = at.isAfter(last) ? at : last;
            }
        }
        return last;
    }

    /** The store whose folder is a path or contains it; empty if there is none. */
    public static Optional<Store> around(Path path) throws IOException {
        for (Path at = path; at != null; at = at.getParent()) {
            Store store = new Store(at);
            if (store.isOurs() || store.hasTraces()) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    /** Whether the folder of an audience may have a name. */
    public static boolean isFolderOfAudience(String name) {
        return !OWN.contains(name) && !name.startsWith(".");
    }

    /** Whether the file of records belongs to a store, damaged or not, and not to another program. */
    boolean isOurs() {
        if (!Files.isRegularFile(records())) {
            return false;
        }
        try (var reader = Files.newBufferedReader(records())) {
            String first = reader.readLine();
            return Files.isDirectory(releases())
                    || first != null && LedgerRecord.readUnchained(first).isPresent();
        } catch (IOException e) {
            return true; // Reading the records reports the failure.
        }
    }

    /** The file of records. */
    public Path records() {
        return folder.resolve(RECORDS);
    }

    public Path releases() {
        return folder.resolve(RELEASES);
    }

    /** The folder of a release. */
    public Path release(String id) {
        return releases().resolve(id);
    }

    /** Where a release is made before it is published. */
    public Path newRelease() {
        return releases().resolve(WORK + "release");
    }

    public Path editions() {
        return folder.resolve(EDITIONS);
    }

    /** The folder of an edition. */
    public Path edition(String name) {
        return editions().resolve(name);
    }

    /** Where an edition is made before it is published. */
    public Path newEdition(String name) {
        return editions().resolve(WORK + "edition-" + name);
    }

    public Path addresses() {
        return folder.resolve(ADDRESSES);
    }

    /** The list of lasting addresses of a release. */
    public Path addresses(String id) {
        return addresses().resolve(id + ".txt");
    }

    /** Where that list is written before the release is published. */
    public Path newAddresses() {
        return addresses().resolve(WORK + "list");
    }

    /** The link to the release that readers see. */
    public Path current() {
        return folder.resolve(CURRENT);
    }

    /** The target of {@code current}, relative to this folder; empty if nothing was published yet. */
    public Optional<Path> served() throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(current()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NotLinkException | UnsupportedOperationException e) {
            throw new PublicationRefused("这里的 current 不是符号链接，不是发布出来的，请移走它，或另选一个文件夹：" + current());
        }
    }

    /** The release that readers see, be it in its own folder or, during a takedown, in a temporary copy. */
    public Optional<String> servedRelease() throws IOException {
        return served().map(path -> path.getFileName().toString())
                .map(name -> name.startsWith(SERVING) ? name.substring(SERVING.length()) : name);
    }

    /** Where the changed copy of a release or an edition is made before it replaces the folder. */
    public static Path replacementOf(Path folder) {
        return folder.resolveSibling(REPLACEMENT + folder.getFileName());
    }

    /** Where a release or an edition is moved before it is deleted, so that no half of it looks whole. */
    public static Path discardedOf(Path folder) {
        return folder.resolveSibling(DISCARDED + folder.getFileName());
    }

    /** The target of {@code current} for a release. */
    public static Path linkTo(String id) {
        return Path.of(RELEASES, id);
    }

    public static String servingTwin(String id) {
        return SERVING + id;
    }

    /**
     * Reads the records.
     *
     * @throws PublicationRefused if the records were tampered with or are missing
     */
    public Ledger ledger() throws IOException {
        String text;
        try {
            text = Files.readString(records());
        } catch (NoSuchFileException e) {
            if (hasTraces()) {
                throw new PublicationRefused("这里发布过，但是发布记录不见了；请从备份放回 " + records() + "，或另选一个文件夹发布");
            }
            if (Files.exists(current(), LinkOption.NOFOLLOW_LINKS)) {
                throw new PublicationRefused("这里已有一个不是发布出来的 current，请移走它，或另选一个文件夹：" + current());
            }
            return new Ledger(List.of());
        } catch (java.nio.charset.CharacterCodingException e) {
            throw damaged(1);
        }
        List<LedgerRecord> entries = new ArrayList<>();
        Optional<LedgerRecord> last = Optional.empty();
        for (String line : text.lines().toList()) {
            last = LedgerRecord.read(last, line);
            int number = entries.size() + 1;
            entries.add(last.orElseThrow(() -> damaged(number)));
        }
        if (entries.isEmpty()) {
            throw damaged(1);
        }
        return new Ledger(entries);
    }

    /** Reads the records; none if there is no file of records, even if there should be one. */
    public Ledger recorded() throws IOException {
        return Files.exists(records()) ? ledger() : new Ledger(List.of());
    }

    /** Whether the folder contains releases, even if the records are missing. */
    boolean hasTraces() throws IOException {
        Path served = Files.isSymbolicLink(current()) ? Files.readSymbolicLink(current()) : Path.of("");
        if (served.startsWith(RELEASES)
                && ID.matcher(served.getFileName().toString()).matches()) {
            return true;
        }
        return FileTrees.children(releases()).stream()
                .anyMatch(child -> ID.matcher(child.getFileName().toString()).matches()
                        && Files.isRegularFile(child.resolve(Manifest.NAME)));
    }

    private PublicationRefused damaged(int line) {
        return new PublicationRefused("发布记录被改动过，第 " + line + " 行与前面对不上：" + records());
    }
}
