package org.gongkai.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of one audience's releases: where everything lies in it, and what its list of records says.
 *
 * @param folder the folder
 */
public record Store(Path folder) {

    static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}(-\\d+)?");

    private static final String RECORDS = "records.jsonl";
    private static final String SERVING = ".serving-";

    /** The stores at a folder: itself, or those of several audiences in the folders below it. Sorted; may be empty. */
    public static List<Store> at(Path folder) throws IOException {
        if (Files.exists(folder.resolve(RECORDS))) {
            return List.of(new Store(folder));
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(RECORDS)))
                    .sorted()
                    .map(Store::new)
                    .toList();
        }
    }

    /** Where the list of all that was done stands. */
    public Path records() {
        return folder.resolve(RECORDS);
    }

    Path releases() {
        return folder.resolve("releases");
    }

    /** The folder of a release. */
    public Path release(String id) {
        return releases().resolve(id);
    }

    Path editions() {
        return folder.resolve("editions");
    }

    /** The folder of an edition. */
    Path edition(String name) {
        return editions().resolve(name);
    }

    /** The list of lasting addresses of a release. */
    public Path addresses(String id) {
        return folder.resolve("addresses").resolve(id + ".txt");
    }

    /** The link to the release that readers see. */
    public Path current() {
        return folder.resolve("current");
    }

    /** The folder that readers see, relative to this one; empty if there is none yet. */
    Optional<Path> served() throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(current()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NotLinkException | UnsupportedOperationException e) {
            throw new Refused("这里的 current 不是符号链接，不是发布出来的：" + current());
        }
    }

    /** The release that readers see, whether in its own folder or, while a page is taken down, in a twin of it. */
    Optional<String> servedRelease() throws IOException {
        return served().map(path -> path.getFileName().toString())
                .map(name -> name.startsWith(SERVING) ? name.substring(SERVING.length()) : name);
    }

    static Path linkTo(String id) {
        return Path.of("releases", id);
    }

    static String servingTwin(String id) {
        return SERVING + id;
    }

    /**
     * All that was done.
     *
     * @throws Refused if the list was tampered with, or is gone
     */
    public Ledger ledger() throws IOException {
        String text;
        try {
            text = Files.readString(records());
        } catch (NoSuchFileException e) {
            if (Files.exists(current(), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused("发布记录不见了，请从备份放回：" + records());
            }
            return new Ledger(List.of());
        } catch (java.nio.charset.CharacterCodingException e) {
            throw damaged(1);
        }
        List<Entry> entries = new ArrayList<>();
        Optional<Entry> last = Optional.empty();
        for (String line : text.lines().toList()) {
            last = Entry.read(last, line);
            int number = entries.size() + 1;
            entries.add(last.orElseThrow(() -> damaged(number)));
        }
        if (entries.isEmpty()) {
            throw damaged(1);
        }
        return new Ledger(entries);
    }

    private Refused damaged(int line) {
        return new Refused("发布记录被改动过，第 " + line + " 行与前面对不上：" + records());
    }
}
