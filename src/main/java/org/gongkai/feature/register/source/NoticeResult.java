package org.gongkai.feature.register.source;

import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.Visibility;

/**
 * What became of a 公示: another entry that it names, or a text.
 *
 * @param item the entry with the 公示
 */
public record NoticeResult(Item item, Site site) {

    /** The path of facts at which it stands. */
    public static final String PATH = "公示.结果";

    /** The title of the entry that it names if that is public, or its text; a promise is none once the 公示 has ended. */
    Optional<String> text() {
        return namesEntry()
                ? entry().map(named -> named.entry().title())
                : Optional.of(typed()).filter(text -> !text.isEmpty() && !(isEnded() && told().isEmpty()));
    }

    /** The public entry that it names. */
    public Optional<Item> entry() {
        return namesEntry()
                ? SourceFile.resolved(SourceFile.folder(item.entry().path()) + typed())
                        .map(site.byPath()::get)
                : Optional.empty();
    }

    /** Returns true if the last day of the 公示 has passed. */
    public boolean isEnded() {
        return item.entry()
                .notice()
                .filter(notice -> notice.to().isBefore(site.asOf()))
                .isPresent();
    }

    private String typed() {
        return item.entry()
                .notice()
                .map(Entry.Notice::result)
                .map(result -> result.text().strip())
                .orElse("");
    }

    private Optional<String> told() {
        return item.entry().notice().flatMap(Visibility::result);
    }

    private boolean namesEntry() {
        return told().filter(String::isEmpty).isPresent();
    }
}
