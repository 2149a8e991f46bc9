package org.gongkai.feature.search.index;

import java.util.Map;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.feature.search.index.DocumentStore.StoredText;
import org.gongkai.output.FileDigest;

/** The index as cached for later builds: where the texts of each document are stored, and the files of the index. */
record SearchCache(CachedRecords<Document> documents, CachedRecords<Files> files) {

    static final String FILES = "search-files";

    static SearchCache of(CacheStore records) {
        return new SearchCache(records.records("search ", Document.class), records.records("", Files.class));
    }

    /**
     * A document.
     *
     * @param id its id
     * @param fingerprint fingerprint of its source
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
     * @param fingerprint fingerprint of all their sources
     * @param layout how the documents are distributed over them
     * @param digests digests by address
     */
    record Files(String fingerprint, IndexLayout layout, Map<String, FileDigest> digests) {}
}
