package org.gongkai.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.write.document.entry.ImportTarget;
import org.gongkai.write.document.entry.Originals;
import org.gongkai.write.form.EntryPresets;

/** What an import needs to know of a site. */
public final class SiteImportTarget {

    private SiteImportTarget() {}

    /** Returns the target that a site is, with the entries and index numbers that it has now. */
    public static ImportTarget of(Path root, SiteHeaders site) throws IOException {
        Map<String, String> columns = new HashMap<>();
        site.kinds()
                .all()
                .forEach(kind -> columns.putIfAbsent(
                        kind.listing().slug(), kind.listing().column()));
        site.entries().stream()
                .flatMap(entry -> entry.listing().categories().stream())
                .forEach(column -> columns.putIfAbsent(TitleFileName.address(column), column));
        return new ImportTarget(
                root,
                new EntryPresets(site.config(), site.entries(), site.today()),
                site.kinds(),
                new IndexNumbers(site.config().branch().code(), site.entries(), site.unread(), site.previousNumbers()),
                Originals.of(root),
                Set.of(),
                columns);
    }
}
