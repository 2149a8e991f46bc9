package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.ObservedOutput;
import org.gongkai.output.Output;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Finds what of a new site was taken down: entries, and files and sentences in the pages and files of others. Safe for
 * use by multiple threads.
 */
public final class RepublishedContent {

    /** So many sentences of an entry are enough to recognise it; of a shorter one all of them. */
    private static final int SENTENCES = 3;

    private final Collection<ActiveTakedown> down;
    private final Set<String> marks = new HashSet<>();
    private final ConcurrentMap<String, Set<String>> found = new ConcurrentHashMap<>();

    public RepublishedContent(Collection<ActiveTakedown> down) {
        this.down = down;
        down.forEach(one ->
                one.event().marks().stream().filter(EntryMarks::isOfContent).forEach(marks::add));
    }

    public void look(Path site, OutputFile file) throws IOException {
        if (!marks.isEmpty()) {
            try (InputStream in = Files.newInputStream(site.resolve(file.path()))) {
                look(file.path(), file.sha256(), in.readNBytes(ObservedOutput.MAX_BYTES));
            }
        }
    }

    private void look(String path, String sha256, byte[] beginning) {
        Set<String> own = new HashSet<>(SentenceMarks.in(path, beginning));
        own.add(EntryMarks.ofFile(sha256));
        own.retainAll(marks);
        if (!own.isEmpty()) {
            found.put(path, own);
        }
    }

    /** An output that looks at every file that is added to another output, but for those that were there before. */
    public Output over(Output output) {
        return marks.isEmpty()
                ? output
                : new ObservedOutput(output) {
                    @Override
                    protected void look(String address, FileDigest digest, byte[] content, boolean isCopied) {
                        RepublishedContent.this.look(address, digest.sha256(), content);
                    }
                };
    }

    /**
     * The entries that are among those taken down or have contents of theirs, sorted by the address that was taken down
     * and by their own.
     */
    public List<ReturnedPage> among(Collection<PublishedEntry> entries) {
        Map<String, PublishedEntry> byAddress = new HashMap<>();
        entries.forEach(entry -> byAddress.put(entry.address(), entry));
        Set<ReturnedPage> returned = new HashSet<>();
        for (ActiveTakedown one : down) {
            entries.stream().filter(one::covers).forEach(entry -> returned.add(new ReturnedPage(one, entry, "")));
            found.forEach((path, own) -> {
                PublishedEntry entry = owner(path, byAddress);
                if (entry != null && !one.covers(entry) && isIn(one, own)) {
                    String what = path.endsWith(".html") ? "它的文字" : "它的附件或文字（" + path + "）";
                    returned.add(new ReturnedPage(one, entry, what));
                }
            });
        }
        return returned.stream()
                .sorted(Comparator.comparing(ReturnedPage::taken)
                        .thenComparing(page -> page.entry().address())
                        .thenComparing(ReturnedPage::what))
                .toList();
    }

    private static boolean isIn(ActiveTakedown one, Set<String> own) {
        Set<String> taken = new HashSet<>(one.event().marks());
        long sentences = taken.stream().filter(EntryMarks::isSentence).count();
        taken.retainAll(own);
        long same = taken.stream().filter(EntryMarks::isSentence).count();
        return same < taken.size() || same > 0 && same >= Math.min(SENTENCES, sentences);
    }

    /** The entry to whose page or files an address belongs; null if there is none. */
    private static PublishedEntry owner(String path, Map<String, PublishedEntry> byAddress) {
        PublishedEntry entry = byAddress.get(path);
        for (int slash = path.lastIndexOf('/'); entry == null && slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            entry = byAddress.get(path.substring(0, slash) + ".html");
        }
        return entry;
    }

    /**
     * The takedowns for an audience, by their addresses. A store without releases inherits those of the other
     * audiences, so that adding an audience does not republish what was taken down.
     */
    public static Collection<ActiveTakedown> inForce(Path folder, String audience) throws IOException {
        Store own = Store.of(folder, audience);
        if (audience.isEmpty() || Files.exists(own.records())) {
            return own.ledger().takedowns().values();
        }
        Map<String, ActiveTakedown> down = new TreeMap<>();
        for (Store other : Store.at(folder)) {
            other.ledger().takedowns().forEach(down::putIfAbsent);
        }
        return down.values();
    }

    /**
     * An entry of a new site that is taken down.
     *
     * @param down what was taken down
     * @param entry the entry
     * @param what what of it the entry has; empty if it is the entry that was taken down
     */
    public record ReturnedPage(ActiveTakedown down, PublishedEntry entry, String what) {

        /** The address that was taken down. */
        public String taken() {
            return down.event().address();
        }

        /**
         * A Chinese sentence without full stop: what was taken down, when and why, and which source or page still
         * contains it.
         */
        public String text() {
            String reason = down.event().reason();
            String why = reason.isBlank() ? "" : "（" + reason + "）";
            String moved = entry.address().equals(taken()) ? "" : "，现在的网址是 " + entry.address();
            String where = entry.path().isEmpty() ? "离线包里还有" : "源文件 " + entry.path() + " 里还有";
            return "网址 " + taken() + " 的页面已于 " + down.day() + " 撤下" + why + "，" + where + what + moved;
        }

        /** What to do with the source: a Chinese sentence without full stop. */
        public String remedy() {
            return what.isEmpty() ? "请删去这一条，或写上 状态: 已撤回" : "请从这一条里去掉";
        }
    }
}
