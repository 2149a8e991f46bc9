package org.gongkai.publish.bundle;

import java.util.Set;
import org.gongkai.output.Manifest;

/** Where everything stands in an archive. */
final class BundleLayout {

    /** Folder of the release's files. */
    static final String SITE = "site/";

    /** The release's own manifest, which is sealed. */
    static final String SITE_MANIFEST = SITE + Manifest.NAME;

    /** Manifest of all other files but those that are made from it. */
    static final String MANIFEST = Manifest.NAME;

    /** Signature of the manifest, as {@code openssl pkeyutl} reads it. */
    static final String SIGNATURE = "manifest.sig";

    /** Hashes for {@code sha256sum -c}. */
    static final String SUMS = "SHA256SUMS";

    /** The lines of the store's list of records that tell what the release is. */
    static final String RECORDS = "record.jsonl";

    /** Addresses that must last. */
    static final String ADDRESSES = "addresses.txt";

    static final String SOURCES = "sources.bundle";
    static final String CHANGES_TEXT = "CHANGES.txt";
    static final String CHANGES_PAGE = "changes.html";
    static final String README = "README.txt";

    /** Files that the manifest does not list. */
    static final Set<String> BESIDE_MANIFEST = Set.of(MANIFEST, SIGNATURE, SUMS);

    private BundleLayout() {}
}
