package org.gongkai.feature.search.index;

import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.feature.search.text.StoredText;
import org.gongkai.output.FileDigest;

/** The index as cached for later builds: where the texts of each document are stored, and the files of the index. */
final class SearchCache {

    private static final String FILES = "search-files";

    private final CachedRecords<Document> documents;
    private final CachedRecords<Files> files;

    SearchCache(CacheStore records) {
        this.documents = records.records("search ", Document.class);
        this.files = records.records("", Files.class);
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
        return documents.isEnabled();
    }

    /** Finds the document of the page at an address, as an earlier build stored it. */
    Optional<Document> document(String address) {
        return documents.find(address);
    }

    /** Retains the document of the page at an address, and the files of the index. */
    void retain(String address) {
        documents.retain(address);
        files.retain(FILES);
    }

    void put(String address, Document document) {
        documents.put(address, document);
    }

    Optional<Files> files() {
        return files.find(FILES);
    }

    void put(Files made) {
        files.put(FILES, made);
    }
}
