package org.gongkai.publish.release.takedown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;

/** Looks in the files of a new site for files and sentences that were taken down. Safe for use by multiple threads. */
public final class ReturnedContents {

    /** So many sentences of an entry are enough to recognise it; of a shorter one all of them. */
    private static final int SENTENCES = 3;

    private final Collection<ActiveTakedown> down;
    private final Set<String> marks = new HashSet<>();
    private final ConcurrentMap<String, Set<String>> found = new ConcurrentHashMap<>();

    public ReturnedContents(Collection<ActiveTakedown> down) {
        this.down = down;
        down.forEach(one ->
                one.event().marks().stream().filter(EntryMarks::isOfContent).forEach(marks::add));
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Looks at a file of a site. */
    public void look(Path site, OutputFile file) throws IOException {
        try (InputStream in = Files.newInputStream(site.resolve(file.path()))) {
            look(file.path(), file.sha256(), in.readNBytes(Sentences.MAX_BYTES));
        }
    }

    private void look(String path, String sha256, byte[] beginning) {
        Set<String> own = new HashSet<>(Sentences.in(path, beginning));
        own.add(EntryMarks.ofFile(sha256));
        own.retainAll(marks);
        if (!own.isEmpty()) {
            found.put(path, own);
        }
    }

    /** An output that looks at every file that is added to another output, but for those that were there before. */
    public Output over(Output output) {
        return isEmpty()
                ? output
                : new Output() {
                    @Override
                    public FileDigest write(String address, byte[] content) throws IOException {
                        FileDigest digest = output.write(address, content);
                        look(address, digest.sha256(), content);
                        return digest;
                    }

                    @Override
                    public FileDigest copy(String address, InputStream content) throws IOException {
                        byte[] beginning = content.readNBytes(Sentences.MAX_BYTES);
                        FileDigest digest = output.copy(
                                address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
                        look(address, digest.sha256(), beginning);
                        return digest;
                    }

                    @Override
                    public boolean reuse(String address, FileDigest digest) throws IOException {
                        return output.reuse(address, digest);
                    }

                    @Override
                    public Optional<byte[]> previous(String address, FileDigest digest) throws IOException {
                        return output.previous(address, digest);
                    }

                    @Override
                    public Collection<OutputFile> files() {
                        return output.files();
                    }
                };
    }

    /** Those of some entries whose pages or files have what was taken down. */
    public List<ReturnedPage> among(Collection<PublishedEntry> entries) {
        Map<String, PublishedEntry> byAddress = new HashMap<>();
        entries.forEach(entry -> byAddress.put(entry.address(), entry));
        List<ReturnedPage> returned = new ArrayList<>();
        found.forEach((path, own) -> {
            PublishedEntry entry = owner(path, byAddress);
            if (entry != null) {
                down.stream()
                        .filter(one -> isIn(one, own))
                        .map(one -> new ReturnedPage(
                                one.event().address(),
                                one.day(),
                                one.event().reason(),
                                entry,
                                path.endsWith(".html") ? "它的文字" : "它的附件或文字（" + path + "）"))
                        .forEach(returned::add);
            }
        });
        return returned;
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
}
