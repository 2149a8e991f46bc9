package org.gongkai.feature.search.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.feature.search.text.StoredText;
import org.gongkai.output.FileDigest;

/** What a build leaves for later ones: where the texts of each document are stored, and the files of the index. */
final class SearchCache {

    private static final String DOCUMENT = "search ";
    private static final String FILES = "search-files";

    private final CacheStore records;

    SearchCache(CacheStore records) {
        this.records = records;
    }

    /**
     * A document.
     *
     * @param id its id
     * @param fingerprint fingerprint of what it was made of
     * @param initials the pinyin initials of its title
     * @param text where its texts are
     */
    record Document(int id, String fingerprint, String initials, StoredText text) {

        /** Returns the document with another id. */
        Document at(int other) {
            return other == id ? this : new Document(other, fingerprint, initials, text);
        }
    }

    /**
     * The files of the index.
     *
     * @param fingerprint fingerprint of everything that they were made of
     * @param layout how the documents are distributed over them
     * @param digests digests by address
     */
    record Files(String fingerprint, IndexLayout layout, Map<String, FileDigest> digests) {}

    boolean isEnabled() {
        return records.isEnabled();
    }

    /** Finds the document of the page at an address, as an earlier build left it. */
    Optional<Document> document(String address) {
        return records.find(DOCUMENT + address)
                .map(in -> new Document(in.integer(), in.text(), in.text(), StoredText.read(in)));
    }

    /** Retains the document of the page at an address, and the files of the index. */
    void retain(String address) {
        records.find(DOCUMENT + address);
        records.find(FILES);
    }

    void put(String address, Document document) {
        CacheWriter out = new CacheWriter()
                .number(document.id())
                .text(document.fingerprint())
                .text(document.initials());
        document.text().write(out);
        records.put(DOCUMENT + address, out.toBytes());
    }

    Optional<Files> files() {
        return records.find(FILES).map(in -> {
            String fingerprint = in.text();
            IndexLayout layout = IndexLayout.read(in);
            Map<String, FileDigest> digests = new TreeMap<>();
            List<String> addresses = in.all(() -> file(in, digests));
            return new Files(fingerprint, layout, addresses.isEmpty() ? Map.of() : digests);
        });
    }

    private static String file(CacheReader in, Map<String, FileDigest> digests) {
        String address = in.text();
        digests.put(address, new FileDigest(in.number(), in.text(), in.number()));
        return address;
    }

    void put(Files files) {
        CacheWriter out = new CacheWriter().text(files.fingerprint());
        files.layout().write(out);
        out.all(files.digests().entrySet(), file -> out.text(file.getKey())
                .number(file.getValue().size())
                .text(file.getValue().sha256())
                .number(file.getValue().crc32c()));
        records.put(FILES, out.toBytes());
    }
}
